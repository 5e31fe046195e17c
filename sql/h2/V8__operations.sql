-- What operations leave on items: who asked for one, how long it stands still, and with which vote it was closed.
alter table wf_work_item add column
  asked_by bigint;
alter table wf_work_item add column
  paused_state varchar(20);
alter table wf_work_item add column
  paused_at timestamp(6) with time zone;
alter table wf_work_item add column
  paused_with smallint default 0 not null;
alter table wf_work_item_closed add column
  asked_by bigint;
alter table wf_work_item_closed add column
  vote varchar(20);

-- What can be looked back at: nodes with an effect outside, and the tally with which a signing round ended.
alter table wf_trail add column
  automatic smallint default 0 not null;
alter table wf_trail add column
  round varchar(2000);

-- A copy of the model that belongs to one instance alone; its version is below zero.
alter table wf_definition add column
  instance_id bigint;

-- What somebody is to read (阅知): it holds no token and is no part of the instance.
create table wf_read_item (
  tenant           varchar(40)  not null,
  id               bigint       not null,
  instance_id      bigint       not null,
  node_instance_id bigint       not null,
  node_id          varchar(100),
  reader           varchar(100) not null,
  state            varchar(10)  not null,
  sent_by          varchar(100) not null,
  sent_at          timestamp(6) with time zone not null,
  note             varchar(4000),
  read_at          timestamp(6) with time zone,
  opinion          varchar(4000),
  primary key (tenant, id)
);
create index wf_read_item_reader   on wf_read_item (tenant, reader, state, sent_at, id);
create index wf_read_item_instance on wf_read_item (tenant, instance_id, reader);

-- Who has urged the holder of an item, and how often that happened.
create table wf_urge (
  tenant       varchar(40)  not null,
  id           bigint       not null,
  instance_id  bigint       not null,
  work_item_id bigint       not null,
  urged_by     varchar(100) not null,
  urged_at     timestamp(6) with time zone not null,
  note         varchar(4000),
  primary key (tenant, id)
);
create index wf_urge_instance on wf_urge (tenant, instance_id, urged_at);
alter table wf_work_item add column
  urged integer default 0 not null;
alter table wf_work_item add column
  urged_at timestamp(6) with time zone;

insert into wf_schema (version, applied_at) values (8, current_timestamp);
