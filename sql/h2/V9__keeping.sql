-- What is kept for long: an archive, and keys of what must be able to vanish.

-- Where instances go that ended long ago, so that the tables of daily work stay as small as the work. Each table of the
-- archive has the columns of the one that it is filled from; whoever adds a column to that adds it here too.

create table wf_instance_archive (
  tenant         varchar(40)  not null,
  id             bigint       not null,
  definition_id  bigint       not null,
  def_key        varchar(100) not null,
  version        bigint       not null,
  state          varchar(10)  not null,
  faulted        integer      not null,
  title          varchar(255) not null,
  business_key   varchar(200),
  starter        varchar(100) not null,
  started_at     timestamp(6) with time zone not null,
  ended_at       timestamp(6) with time zone,
  body           varchar(10000000) not null,
  journal_length bigint       not null,
  journal_hash   varchar(64)  not null,
  parent_id      bigint,
  parent_visit   bigint,
  content        varchar(10000000),
  primary key (tenant, id)
);
create index wf_instance_archive_key on wf_instance_archive (tenant, business_key);

create table wf_journal_archive (
  tenant         varchar(40)  not null,
  instance_id    bigint       not null,
  seq            bigint       not null,
  op_id          varchar(64)  not null,
  operation      varchar(40)  not null,
  actor          varchar(100) not null,
  on_behalf_of   varchar(100),
  as_admin       integer      not null,
  channel        varchar(10)  not null,
  client_ip      varchar(45),
  happened_at    timestamp(6) with time zone not null,
  definition_id  bigint       not null,
  version_before bigint       not null,
  version_after  bigint       not null,
  node_id        varchar(100),
  opinion        varchar(4000),
  body           varchar(10000000) not null,
  algorithm      varchar(20)  not null,
  hash           varchar(64)  not null,
  payload_hash   varchar(32),
  sole           smallint,
  primary key (tenant, instance_id, seq)
);

create table wf_work_item_closed_archive (
  tenant           varchar(40)  not null,
  id               bigint       not null,
  instance_id      bigint       not null,
  node_instance_id bigint       not null,
  branch_id        bigint       not null,
  node_id          varchar(100) not null,
  kind             varchar(10)  not null,
  state            varchar(12)  not null,
  owner            varchar(100),
  handled_by       varchar(100),
  done_by          varchar(100),
  created_at       timestamp(6) with time zone not null,
  opened_at        timestamp(6) with time zone,
  closed_at        timestamp(6) with time zone not null,
  due_at           timestamp(6) with time zone,
  priority         integer,
  asked_by         bigint,
  vote             varchar(20),
  primary key (tenant, id)
);
create index wf_closed_archive_instance on wf_work_item_closed_archive (tenant, instance_id);

create table wf_trail_archive (
  tenant           varchar(40)  not null,
  instance_id      bigint       not null,
  node_instance_id bigint       not null,
  seq              bigint       not null,
  node_id          varchar(100) not null,
  lineage          varchar(1000000) not null,
  sender           bigint,
  undone           integer      not null,
  automatic        smallint default 0 not null,
  round            varchar(2000),
  primary key (tenant, instance_id, node_instance_id)
);

-- What somebody fetched back: it stays until it is as old again.
create table wf_restored (
  tenant      varchar(40)  not null,
  instance_id bigint       not null,
  restored_at timestamp(6) with time zone not null,
  restored_by varchar(100) not null,
  primary key (tenant, instance_id)
);

-- The keys with which sensitive values are sealed, one for each instance that has any; itself under a key that is not in
-- the database. A key that was erased is empty: what it sealed is lost, wherever it was copied to.
create table wf_sealing_key (
  tenant      varchar(40)  not null,
  instance_id bigint       not null,
  master      varchar(100) not null,
  wrapped     varchar(200),
  erased_at   timestamp(6) with time zone,
  erased_by   varchar(100),
  primary key (tenant, instance_id)
);

insert into wf_schema (version, applied_at) values (9, current_timestamp);
