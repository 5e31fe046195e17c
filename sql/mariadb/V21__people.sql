-- What somebody had and another has got since, or has done in his stead: he finds it where it went, and may read it. hidden is 1 while the
-- instance is deleted or in the archive.
create table wf_passed_on (
  tenant      varchar(40)  not null,
  item_id     bigint       not null,
  person      varchar(100) not null,
  instance_id bigint       not null,
  started_at  datetime(6) not null,
  passed_at   datetime(6) not null,
  hidden      smallint default 0 not null,
  primary key (tenant, item_id)
) engine = innodb, character set = utf8mb4, collate = utf8mb4_nopad_bin;
create index wf_passed_on_person   on wf_passed_on (tenant, person, hidden, passed_at, item_id);
create index wf_passed_on_started  on wf_passed_on (tenant, person, hidden, started_at, instance_id);
create index wf_passed_on_instance on wf_passed_on (tenant, instance_id, person);
insert into wf_passed_on (tenant, item_id, person, instance_id, started_at, passed_at, hidden)
  select w.tenant, w.id, w.owner, w.instance_id, w.started_at, w.closed_at, case when i.state = 'DELETED' then 1 else 0 end
  from wf_work_item_closed w join wf_instance i on i.tenant = w.tenant and i.id = w.instance_id
  where w.owner is not null and (w.state = 'TRANSFERRED' or w.state in ('SUBMITTED', 'RETURNED') and w.handled_by is not null and w.handled_by <> w.owner);

-- Whether the receiver of a handover is to stand beside the giver in what that one has started or was given to read; and what he got by it.
alter table wf_handover add column
  include_roles smallint default 0 not null;
create table wf_handed_right (
  tenant      varchar(40)  not null,
  person      varchar(100) not null,
  identity    varchar(20)  not null,
  started_at  datetime(6) not null,
  instance_id bigint       not null,
  handover_id bigint       not null,
  primary key (tenant, person, identity, started_at, instance_id)
) engine = innodb, character set = utf8mb4, collate = utf8mb4_nopad_bin;
create index wf_handed_right_instance on wf_handed_right (tenant, instance_id, person);

insert into wf_schema (version, applied_at) values (21, utc_timestamp(6));
