-- What leaves no row in a journal (§0.8): refused attempts, and what is done beside an instance. A chain for each server node
-- and day; its length and last hash stand beside it, so that a cut end is seen.

create table wf_access_chain (
  tenant    varchar(40)  not null,
  id        bigint       not null,
  node      varchar(100) not null,
  begun_at  timestamp(6) with time zone not null,
  length    bigint       not null,
  hash      varchar(64)  not null,
  primary key (tenant, id)
);

create table wf_access_log (
  tenant        varchar(40)  not null,
  chain_id      bigint       not null,
  seq           bigint       not null,
  happened_at   timestamp(6) with time zone not null,
  operation     varchar(100) not null,
  op_id         varchar(100),
  outcome       varchar(40)  not null,
  actor         varchar(100) not null,
  via           varchar(100),
  channel       varchar(10)  not null,
  client_ip     varchar(100),
  instance_id   bigint,
  work_item_id  bigint,
  note          varchar(1000),
  algorithm     varchar(10)  not null,
  hash          varchar(64)  not null,
  primary key (tenant, chain_id, seq)
);
create index wf_access_log_time on wf_access_log (tenant, happened_at, chain_id, seq);
create index wf_access_log_actor on wf_access_log (tenant, actor, happened_at, chain_id, seq);
create index wf_access_log_instance on wf_access_log (tenant, instance_id, happened_at, chain_id, seq);

insert into wf_schema (version, applied_at) values (25, current_timestamp);
