-- The engine's tables. Every key and list index starts with the tenant. Times are instants to the microsecond.
-- Texts that grow (body, draft) hold JSON, but no database function ever looks into it.

create sequence wf_id start with 1000 increment by 10000;

create table wf_definition (
  tenant       varchar(40)  not null,
  id           bigint       not null,
  def_key      varchar(100) not null,
  version      integer      not null,
  name         varchar(255) not null,
  category     varchar(100),
  state        varchar(10)  not null,
  source_id    bigint       not null,
  deployed_at  timestamp(6) with time zone not null,
  deployed_by  varchar(100) not null,
  primary key (tenant, id),
  unique (tenant, def_key, version)
);

create table wf_definition_source (
  tenant       varchar(40)  not null,
  id           bigint       not null,
  source       binary varying(10000000) not null,
  primary key (tenant, id)
);

create table wf_instance (
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
  primary key (tenant, id)
);
create index wf_instance_started on wf_instance (tenant, started_at, id);
create index wf_instance_starter on wf_instance (tenant, starter, started_at, id);
create index wf_instance_key     on wf_instance (tenant, business_key);
create index wf_instance_def     on wf_instance (tenant, def_key, started_at, id);

-- Open work items only: a closed one moves to wf_work_item_closed, so that lists of open work stay small for ever.
create table wf_work_item (
  tenant           varchar(40)  not null,
  id               bigint       not null,
  instance_id      bigint       not null,
  node_instance_id bigint       not null,
  branch_id        bigint       not null,
  node_id          varchar(100) not null,
  kind             varchar(10)  not null,
  state            varchar(10)  not null,
  owner            varchar(100),
  candidates       varchar(4000),
  created_at       timestamp(6) with time zone not null,
  opened_at        timestamp(6) with time zone,
  draft            varchar(10000000),
  primary key (tenant, id)
);
create index wf_work_item_owner    on wf_work_item (tenant, owner, created_at, id);
create index wf_work_item_instance on wf_work_item (tenant, instance_id);

-- To whom an item is offered now; the rows leave when somebody takes it.
create table wf_candidate (
  tenant     varchar(40)  not null,
  candidate  varchar(120) not null,
  created_at timestamp(6) with time zone not null,
  item_id    bigint       not null,
  primary key (tenant, candidate, created_at, item_id)
);
create index wf_candidate_item on wf_candidate (tenant, item_id);

-- done_by is empty where the item stands in nobody's done list: it was cancelled, or he handled the node again later.
create table wf_work_item_closed (
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
  primary key (tenant, id)
);
create index wf_closed_done     on wf_work_item_closed (tenant, done_by, closed_at, id);
create index wf_closed_instance on wf_work_item_closed (tenant, instance_id);

-- One small row for each finished visit of a human node: what operations that look back read.
create table wf_trail (
  tenant           varchar(40)  not null,
  instance_id      bigint       not null,
  node_instance_id bigint       not null,
  seq              bigint       not null,
  node_id          varchar(100) not null,
  lineage          varchar(1000000) not null,
  sender           bigint,
  undone           integer      not null,
  primary key (tenant, instance_id, node_instance_id)
);

create table wf_incident (
  tenant           varchar(40)  not null,
  id               bigint       not null,
  instance_id      bigint       not null,
  node_id          varchar(100) not null,
  code             varchar(40)  not null,
  detail           varchar(4000) not null,
  raised_at        timestamp(6) with time zone not null,
  primary key (tenant, id)
);
create index wf_incident_raised on wf_incident (tenant, raised_at, id);

-- The audit: append-only, hash-chained for each instance.
create table wf_journal (
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
  primary key (tenant, instance_id, seq)
);

-- Operations that succeeded, by their idempotency key.
create table wf_operation (
  tenant       varchar(40)  not null,
  op_id        varchar(64)  not null,
  actor        varchar(100) not null,
  payload_hash varchar(64)  not null,
  happened_at  timestamp(6) with time zone not null,
  reply        varchar(10000000) not null,
  primary key (tenant, op_id)
);

-- What is to be told after the commit; a relay takes the rows.
create table wf_outbox (
  tenant      varchar(40)  not null,
  id          bigint       not null,
  instance_id bigint       not null,
  created_at  timestamp(6) with time zone not null,
  body        varchar(10000000) not null,
  primary key (tenant, id)
);

create table wf_attachment (
  tenant       varchar(40)  not null,
  id           bigint       not null,
  instance_id  bigint       not null,
  work_item_id bigint,
  name         varchar(255) not null,
  content_type varchar(200) not null,
  size         bigint       not null,
  sha256       varchar(64)  not null,
  added_by     varchar(100) not null,
  added_at     timestamp(6) with time zone not null,
  primary key (tenant, id)
);
create index wf_attachment_instance on wf_attachment (tenant, instance_id);
create index wf_attachment_content  on wf_attachment (tenant, sha256);

-- Contents of attachments, each once by its hash.
create table wf_content (
  tenant  varchar(40) not null,
  sha256  varchar(64) not null,
  content binary varying(20000000) not null,
  primary key (tenant, sha256)
);

-- The number of every script that ran; the product checks it at the start, whoever ran them.
-- Row 0 is a known instant: a connection that reads it otherwise would falsify every time.
create table wf_schema (
  version    integer not null,
  applied_at timestamp(6) with time zone not null,
  primary key (version)
);
insert into wf_schema (version, applied_at) values (0, timestamp with time zone '2024-03-31 01:30:00.123456+00:00');
insert into wf_schema (version, applied_at) values (1, current_timestamp);
