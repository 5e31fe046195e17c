-- What stays of instances that were purged, and what the daily work of keeping house needs.

-- The end of the journal of an instance that was purged, whose rows stay without what they told; kept_hash is over all that is
-- kept of them (class KeptRows), and broken_at the first row that did not fit when the texts were still there.
create table wf_purged (
  tenant         varchar(40)  not null,
  instance_id    bigint       not null,
  purged_at      timestamp(6) with time zone not null,
  purged_by      varchar(100) not null,
  journal_length bigint       not null,
  journal_hash   varchar(64)  not null,
  kept_hash      varchar(64)  not null,
  broken_at      bigint,
  primary key (tenant, instance_id)
);

-- Jobs of one instance, for its purge, and for the archive, which leaves what still has some.
create index wf_job_instance on wf_job (tenant, instance_id);

-- The instance that an operation was about, whose purge empties the reply; null where the reply tells nothing of one. Replies of
-- earlier versions name none, and are forgotten with their ids.
alter table wf_operation add column instance_id bigint;
create index wf_operation_instance on wf_operation (tenant, instance_id);

-- The first version of each definition: where rules ask for categories, each node looks every few seconds at where they stand.
create index wf_definition_version on wf_definition (tenant, version);

insert into wf_schema (version, applied_at) values (13, current_timestamp);
