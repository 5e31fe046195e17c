-- The journal made useful: whole copies of instances, and an archive for what ended long ago.

-- Every twentieth version of an instance as a whole, so that any version is rebuilt from at most nineteen rows of the
-- journal. A copy can always be made again from the journal: one of another shape than the program's is passed over.
create table wf_snapshot (
  tenant      varchar(40) not null,
  instance_id bigint      not null,
  version     bigint      not null,
  shape       varchar(16) not null,
  body        text not null,
  primary key (tenant, instance_id, version)
);

insert into wf_schema (version, applied_at) values (6, current_timestamp);
