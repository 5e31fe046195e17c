-- Working calendars: what the tenant, a department or a person says about working time.

create table wf_calendar (
  tenant       varchar(40)   not null,
  owner        varchar(120)  not null,
  layer        longtext not null,
  changed_at   datetime(6) not null,
  changed_by   varchar(100)  not null,
  primary key (tenant, owner)
) engine = innodb, character set = utf8mb4, collate = utf8mb4_nopad_bin;

-- Until when instances, visits and items are to be done that are not done yet.

create table wf_deadline (
  tenant           varchar(40)  not null,
  id               bigint       not null,
  instance_id      bigint       not null,
  definition_id    bigint       not null,
  node_instance_id bigint,
  work_item_id     bigint,
  node_id          varchar(100),
  due_at           datetime(6) not null,
  levels           integer      not null,
  reached_at       datetime(6),
  primary key (tenant, id)
) engine = innodb, character set = utf8mb4, collate = utf8mb4_nopad_bin;
create index wf_deadline_due on wf_deadline (tenant, due_at, id);
create index wf_deadline_instance on wf_deadline (tenant, instance_id);

-- When work that was handed in goes on, where it was to wait.

alter table wf_work_item_closed add column
  delayed_until datetime(6);
alter table wf_work_item_closed_archive add column
  delayed_until datetime(6);

-- Processes that start by themselves at times to come.

create table wf_schedule (
  tenant           varchar(40)   not null,
  name             varchar(100)  not null,
  job_id           bigint        not null,
  def_key          varchar(100)  not null,
  kind             varchar(20)   not null,
  time_text        varchar(200)  not null,
  zone             varchar(60),
  misfire          varchar(10)   not null,
  starter          varchar(100)  not null,
  title            varchar(255),
  variables        longtext not null,
  state            varchar(10)   not null,
  next_at          datetime(6),
  last_at          datetime(6),
  last_instance_id bigint,
  last_error       varchar(1000),
  fired            integer       not null,
  changed_at       datetime(6) not null,
  changed_by       varchar(100)  not null,
  primary key (tenant, name)
) engine = innodb, character set = utf8mb4, collate = utf8mb4_nopad_bin;

insert into wf_schema (version, applied_at) values (22, utc_timestamp(6));
