-- What instances ask for beyond the hands of people: moments, messages, signals, other instances, jobs after the commit.
-- Only what is open stands in these tables: a row leaves with what it asked for.

-- Due times and things to be done. A worker of any node claims a due row by its lease; the row is deleted in the
-- transaction of its effect. The row of a timer has the id of its subscription, that of a kept message the message's.
create table wf_job (
  tenant        varchar(40)  not null,
  id            bigint       not null,
  kind          varchar(20)  not null,
  state         varchar(10)  not null,
  instance_id   bigint,
  definition_id bigint,
  node_id       varchar(100),
  due_at        timestamp(6) with time zone not null,
  attempts      integer      not null,
  lease_until   timestamp(6) with time zone,
  last_error    varchar(1000),
  body          text not null,
  primary key (tenant, id)
);
-- Without the tenant: workers serve all of them.
create index wf_job_due  on wf_job (state, due_at, id);
create index wf_job_list on wf_job (tenant, state, due_at, id);

-- Messages and signals that instances wait for.
create table wf_subscription (
  tenant      varchar(40)  not null,
  id          bigint       not null,
  instance_id bigint       not null,
  node_id     varchar(100) not null,
  kind        varchar(10)  not null,
  name        varchar(200) not null,
  corr_key    varchar(200) not null,
  primary key (tenant, id)
);
create index wf_subscription_name on wf_subscription (tenant, kind, name, corr_key, id);

-- Events at which the newest released version of a definition begins; a timer's next moment is the job of the same id.
create table wf_event_start (
  tenant        varchar(40)  not null,
  id            bigint       not null,
  definition_id bigint       not null,
  kind          varchar(10)  not null,
  name          varchar(200) not null,
  start_node    varchar(100) not null,
  event_node    varchar(100) not null,
  primary key (tenant, id)
);
create index wf_event_start_name       on wf_event_start (tenant, kind, name, id);
create index wf_event_start_definition on wf_event_start (tenant, definition_id);

-- Messages that nobody waits for yet.
create table wf_message (
  tenant      varchar(40)  not null,
  id          bigint       not null,
  name        varchar(200) not null,
  corr_key    varchar(200) not null,
  received_at timestamp(6) with time zone not null,
  expires_at  timestamp(6) with time zone not null,
  body        text not null,
  primary key (tenant, id)
);
create index wf_message_name on wf_message (tenant, name, corr_key, id);

-- The instance that called this one, and the visit at which it did.
alter table wf_instance add parent_id bigint;
alter table wf_instance add parent_visit bigint;
create index wf_instance_parent on wf_instance (tenant, parent_id, parent_visit, id);

insert into wf_schema (version, applied_at) values (4, current_timestamp);
