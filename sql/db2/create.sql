-- The tables of schema version 31 for Db2 11.5 for Linux, UNIX and Windows.
--
-- NOT RUN on this database (未在该数据库上运行过), and the product does not start on it yet: docs/install/databases.md says what is missing.
-- Generated from the tables that the migrations make in H2; whoever changes those writes it anew:
-- mvn -pl wf-contract,wf-ejb test -Dtest=CreationScriptTest -Dsurefire.failIfNoSpecifiedTests=false -Dgolden.update=true
-- It makes an empty schema; there is none for going on from an earlier version.
--
-- Create the database first: db2 "create database wf using codeset UTF-8 territory CN collate using identity pagesize 32768"; pages of 8 KB
-- do not hold the longest rows. Then, connected as the user whose tables they are to be: db2 -stvf create.sql,
-- which stops at the first error: the rows of wf_schema at its end say that all tables are there.
-- A varchar counts bytes: four for each sign. STRING_UNITS stays at SYSTEM.
-- Times have no zone; what stands in them is UTC, as in MariaDB.
-- A column cannot take its default from a sequence: wf_ticket.turn is an identity column, and the sequence wf_ticket_turn is not there.
-- Db2 compares 'a' and 'a ' as equal, which the other databases of the product do not.
-- Quoted, since they are reserved words in Oracle or SQL Server: wf_attachment.size, wf_deputy.mode, wf_handed_right.identity.

create sequence wf_id as bigint start with 1000 increment by 10000;

create table wf_definition (
  tenant        varchar(160) not null,
  id            bigint not null,
  def_key       varchar(400) not null,
  version       integer not null,
  name          varchar(1020) not null,
  state         varchar(40) not null,
  source_id     bigint not null,
  deployed_at   timestamp(6) not null,
  deployed_by   varchar(400) not null,
  category_path varchar(1600),
  executable    smallint default 1 not null check (executable in (0, 1)),
  instance_id   bigint,
  constraint wf_definition_pk primary key (tenant, id),
  constraint wf_definition_unique unique (tenant, def_key, version)
);
create index wf_definition_version on wf_definition (tenant, version);

create table wf_definition_source (
  tenant varchar(160) not null,
  id     bigint not null,
  source blob(10000000) not null,
  constraint wf_definition_source_pk primary key (tenant, id)
);

create table wf_instance (
  tenant         varchar(160) not null,
  id             bigint not null,
  definition_id  bigint not null,
  def_key        varchar(400) not null,
  version        bigint not null,
  state          varchar(40) not null,
  faulted        integer not null,
  title          varchar(1020) not null,
  business_key   varchar(800),
  starter        varchar(400) not null,
  started_at     timestamp(6) not null,
  ended_at       timestamp(6),
  body           clob(40000000) not null,
  journal_length bigint not null,
  journal_hash   varchar(256) not null,
  parent_id      bigint,
  parent_visit   bigint,
  content        clob(40000000),
  moving         blob(10000000),
  lasting        clob(40000000),
  constraint wf_instance_pk primary key (tenant, id)
);
create index wf_instance_def on wf_instance (tenant, def_key, started_at, id);
create index wf_instance_key on wf_instance (tenant, business_key);
create index wf_instance_parent on wf_instance (tenant, parent_id, parent_visit, id);
create index wf_instance_started on wf_instance (tenant, started_at, id);
create index wf_instance_starter on wf_instance (tenant, starter, started_at, id);

-- Open work items only: a closed one moves to wf_work_item_closed, so that lists of open work stay small for ever.
create table wf_work_item (
  tenant           varchar(160) not null,
  id               bigint not null,
  instance_id      bigint not null,
  node_instance_id bigint not null,
  branch_id        bigint not null,
  node_id          varchar(400) not null,
  kind             varchar(40) not null,
  state            varchar(40) not null,
  owner            varchar(400),
  candidates       clob(16000),
  created_at       timestamp(6) not null,
  opened_at        timestamp(6),
  draft            clob(40000000),
  due_at           timestamp(6),
  follow_up_at     timestamp(6),
  priority         integer,
  form_key         varchar(1600),
  asked_by         bigint,
  paused_state     varchar(80),
  paused_at        timestamp(6),
  paused_with      smallint default 0 not null,
  urged            integer default 0 not null,
  urged_at         timestamp(6),
  definition_id    bigint default 0 not null,
  title            varchar(1020) default '' not null,
  business_key     varchar(800),
  starter          varchar(400) default '' not null,
  due_order        timestamp(6) default timestamp '9999-12-31 00:00:00.000000' not null,
  urgency          integer default 0 not null,
  hidden           smallint default 0 not null,
  sent_by          varchar(400),
  constraint wf_work_item_pk primary key (tenant, id)
);
create index wf_work_item_due on wf_work_item (tenant, owner, hidden, due_order, id);
create index wf_work_item_instance on wf_work_item (tenant, instance_id);
create index wf_work_item_owner on wf_work_item (tenant, owner, hidden, created_at, id);
create index wf_work_item_sender on wf_work_item (tenant, sent_by, created_at, id);
create index wf_work_item_starter on wf_work_item (tenant, starter, hidden, created_at, id);
create index wf_work_item_urgency on wf_work_item (tenant, owner, hidden, urgency, id);

-- To whom an item is offered now; the rows leave when somebody takes it.
create table wf_candidate (
  tenant     varchar(160) not null,
  candidate  varchar(480) not null,
  created_at timestamp(6) not null,
  item_id    bigint not null,
  constraint wf_candidate_pk primary key (tenant, candidate, created_at, item_id)
);
create index wf_candidate_item on wf_candidate (tenant, item_id);

-- done_by is empty where the item stands in nobody's done list: it was cancelled, or he handled the node again later.
create table wf_work_item_closed (
  tenant           varchar(160) not null,
  id               bigint not null,
  instance_id      bigint not null,
  node_instance_id bigint not null,
  branch_id        bigint not null,
  node_id          varchar(400) not null,
  kind             varchar(40) not null,
  state            varchar(48) not null,
  owner            varchar(400),
  handled_by       varchar(400),
  done_by          varchar(400),
  created_at       timestamp(6) not null,
  opened_at        timestamp(6),
  closed_at        timestamp(6) not null,
  due_at           timestamp(6),
  priority         integer,
  asked_by         bigint,
  vote             varchar(80),
  handled_in       varchar(256),
  started_at       timestamp(6) default timestamp '1970-01-01 00:00:00.000000' not null,
  delayed_until    timestamp(6),
  constraint wf_work_item_closed_pk primary key (tenant, id)
);
create index wf_closed_done on wf_work_item_closed (tenant, done_by, closed_at, id);
create index wf_closed_handled on wf_work_item_closed (tenant, done_by, started_at, instance_id);
create index wf_closed_instance on wf_work_item_closed (tenant, instance_id);

-- One small row for each finished visit of a human node: what operations that look back read.
create table wf_trail (
  tenant           varchar(160) not null,
  instance_id      bigint not null,
  node_instance_id bigint not null,
  seq              bigint not null,
  node_id          varchar(400) not null,
  lineage          clob(4000000) not null,
  sender           bigint,
  undone           integer not null,
  automatic        smallint default 0 not null,
  round            clob(8000),
  constraint wf_trail_pk primary key (tenant, instance_id, node_instance_id)
);

create table wf_incident (
  tenant      varchar(160) not null,
  id          bigint not null,
  instance_id bigint not null,
  node_id     varchar(400) not null,
  code        varchar(160) not null,
  detail      clob(16000) not null,
  raised_at   timestamp(6) not null,
  constraint wf_incident_pk primary key (tenant, id)
);
create index wf_incident_raised on wf_incident (tenant, raised_at, id);

-- The audit: append-only, hash-chained for each instance.
create table wf_journal (
  tenant         varchar(160) not null,
  instance_id    bigint not null,
  seq            bigint not null,
  op_id          varchar(256) not null,
  operation      varchar(160) not null,
  actor          varchar(400) not null,
  on_behalf_of   varchar(400),
  as_admin       integer not null,
  channel        varchar(40) not null,
  client_ip      varchar(180),
  happened_at    timestamp(6) not null,
  definition_id  bigint not null,
  version_before bigint not null,
  version_after  bigint not null,
  node_id        varchar(400),
  opinion        clob(16000),
  body           clob(40000000) not null,
  algorithm      varchar(80) not null,
  hash           varchar(256) not null,
  payload_hash   varchar(128),
  sole           smallint,
  packed         blob(10000000),
  constraint wf_journal_pk primary key (tenant, instance_id, seq)
);
create unique index wf_journal_operation on wf_journal (tenant, op_id, coalesce(sole, 0), case when sole is null then instance_id else 0 end, case when sole is null then seq else 0 end);

-- Operations that succeeded, by their idempotency key.
create table wf_operation (
  tenant       varchar(160) not null,
  op_id        varchar(256) not null,
  actor        varchar(400) not null,
  payload_hash varchar(256) not null,
  happened_at  timestamp(6) not null,
  reply        clob(40000000) not null,
  instance_id  bigint,
  via          varchar(160),
  constraint wf_operation_pk primary key (tenant, op_id)
);
create index wf_operation_instance on wf_operation (tenant, instance_id);

create table wf_outbox (
  tenant      varchar(160) not null,
  instance_id bigint not null,
  seq         bigint not null,
  created_at  timestamp(6) not null,
  lease_until timestamp(6) not null,
  attempts    integer not null,
  told        integer not null,
  body        clob(40000000),
  constraint wf_outbox_pk primary key (tenant, instance_id, seq)
);
create index wf_outbox_lease on wf_outbox (lease_until);

create table wf_attachment (
  tenant       varchar(160) not null,
  id           bigint not null,
  instance_id  bigint not null,
  work_item_id bigint,
  name         varchar(1020) not null,
  content_type varchar(800) not null,
  "SIZE"       bigint not null,
  sha256       varchar(256) not null,
  added_by     varchar(400) not null,
  added_at     timestamp(6) not null,
  constraint wf_attachment_pk primary key (tenant, id)
);
create index wf_attachment_content on wf_attachment (tenant, sha256);
create index wf_attachment_instance on wf_attachment (tenant, instance_id);

-- Contents of attachments, each once by its hash.
create table wf_content (
  tenant  varchar(160) not null,
  sha256  varchar(256) not null,
  content blob(20000000) not null,
  constraint wf_content_pk primary key (tenant, sha256)
);

-- The number of every script that ran; the product checks it at the start, whoever ran them.
-- Row 0 is a known instant: a connection that reads it otherwise would falsify every time.
create table wf_schema (
  version    integer not null,
  applied_at timestamp(6) not null,
  constraint wf_schema_pk primary key (version)
);

-- Grows whenever anything of a tenant's organisation changes; every node looks at it every few seconds.
create table wf_org_version (
  tenant  varchar(160) not null,
  version bigint not null,
  constraint wf_org_version_pk primary key (tenant)
);

create table wf_person (
  tenant              varchar(160) not null,
  id                  varchar(256) not null,
  login_name          varchar(400) not null,
  name                varchar(800) not null,
  mail                varchar(1016),
  mobile              varchar(160),
  locale              varchar(80),
  password_changed_at timestamp(6),
  enabled             smallint not null check (enabled in (0, 1)),
  valid_from          timestamp(6) not null,
  valid_to            timestamp(6),
  version             bigint not null,
  source              varchar(160),
  constraint wf_person_pk primary key (tenant, id),
  constraint wf_person_login unique (tenant, login_name)
);
create index wf_person_gone on wf_person (tenant, enabled);
create index wf_person_until on wf_person (tenant, valid_to);

-- The head and the superior leader are persons; no foreign key, since both sides name each other.
create table wf_department (
  tenant      varchar(160) not null,
  id          varchar(256) not null,
  parent_id   varchar(256),
  code        varchar(256),
  name        varchar(800) not null,
  kind        varchar(40) not null,
  sort_no     integer not null,
  head_id     varchar(256),
  superior_id varchar(256),
  enabled     smallint not null check (enabled in (0, 1)),
  valid_from  timestamp(6) not null,
  valid_to    timestamp(6),
  version     bigint not null,
  source      varchar(160),
  constraint wf_department_pk primary key (tenant, id),
  constraint wf_department_parent foreign key (tenant, parent_id) references wf_department (tenant, id),
  constraint wf_department_kind check (kind in ('UNIT', 'DEPT'))
);

create table wf_group (
  tenant     varchar(160) not null,
  id         varchar(256) not null,
  parent_id  varchar(256),
  name       varchar(800) not null,
  enabled    smallint not null check (enabled in (0, 1)),
  valid_from timestamp(6) not null,
  valid_to   timestamp(6),
  version    bigint not null,
  source     varchar(160),
  constraint wf_group_pk primary key (tenant, id),
  constraint wf_group_parent foreign key (tenant, parent_id) references wf_group (tenant, id)
);

create table wf_post (
  tenant        varchar(160) not null,
  id            varchar(256) not null,
  parent_id     varchar(256),
  department_id varchar(256),
  name          varchar(800) not null,
  enabled       smallint not null check (enabled in (0, 1)),
  valid_from    timestamp(6) not null,
  valid_to      timestamp(6),
  version       bigint not null,
  source        varchar(160),
  constraint wf_post_pk primary key (tenant, id),
  constraint wf_post_department foreign key (tenant, department_id) references wf_department (tenant, id),
  constraint wf_post_parent foreign key (tenant, parent_id) references wf_post (tenant, id)
);

-- A person may be in several departments, one of which is the main one.
create table wf_department_member (
  tenant     varchar(160) not null,
  owner_id   varchar(256) not null,
  person_id  varchar(256) not null,
  main       smallint not null check (main in (0, 1)),
  job_title  varchar(400),
  leader_id  varchar(256),
  valid_from timestamp(6) not null,
  valid_to   timestamp(6),
  constraint wf_department_member_pk primary key (tenant, owner_id, person_id),
  constraint wf_department_member_owner foreign key (tenant, owner_id) references wf_department (tenant, id),
  constraint wf_department_member_person foreign key (tenant, person_id) references wf_person (tenant, id)
);

create table wf_group_member (
  tenant     varchar(160) not null,
  owner_id   varchar(256) not null,
  person_id  varchar(256) not null,
  valid_from timestamp(6) not null,
  valid_to   timestamp(6),
  constraint wf_group_member_pk primary key (tenant, owner_id, person_id),
  constraint wf_group_member_owner foreign key (tenant, owner_id) references wf_group (tenant, id),
  constraint wf_group_member_person foreign key (tenant, person_id) references wf_person (tenant, id)
);

create table wf_post_member (
  tenant     varchar(160) not null,
  owner_id   varchar(256) not null,
  person_id  varchar(256) not null,
  valid_from timestamp(6) not null,
  valid_to   timestamp(6),
  constraint wf_post_member_pk primary key (tenant, owner_id, person_id),
  constraint wf_post_member_owner foreign key (tenant, owner_id) references wf_post (tenant, id),
  constraint wf_post_member_person foreign key (tenant, person_id) references wf_person (tenant, id)
);

-- Apart from the person, so that reading the organisation never reads a password.
create table wf_credential (
  tenant        varchar(160) not null,
  person_id     varchar(256) not null,
  password_hash varchar(800) not null,
  changed_at    timestamp(6) not null,
  version       bigint not null,
  constraint wf_credential_pk primary key (tenant, person_id),
  constraint wf_credential_person foreign key (tenant, person_id) references wf_person (tenant, id)
);

-- Only the hash of a session's token is kept.
create table wf_session (
  tenant      varchar(160) not null,
  token_hash  varchar(256) not null,
  person_id   varchar(256) not null,
  channel     varchar(40) not null,
  client_ip   varchar(256),
  opened_at   timestamp(6) not null,
  seen_at     timestamp(6) not null,
  expires_at  timestamp(6) not null,
  via         varchar(160),
  logout_hint clob(32000),
  constraint wf_session_pk primary key (tenant, token_hash),
  constraint wf_session_person foreign key (tenant, person_id) references wf_person (tenant, id)
);
create index wf_session_expiry on wf_session (tenant, expires_at);
create index wf_session_of_person on wf_session (tenant, person_id);

-- What a category needs to be there without definitions, and in which order it stands among its siblings.
create table wf_category (
  tenant  varchar(160) not null,
  path    varchar(1600) not null,
  sort_no integer not null,
  constraint wf_category_pk primary key (tenant, path)
);

-- Due times and things to be done. A worker of any node claims a due row by its lease; the row is deleted in the
-- transaction of its effect. The row of a timer has the id of its subscription, that of a kept message the message's.
create table wf_job (
  tenant        varchar(160) not null,
  id            bigint not null,
  kind          varchar(80) not null,
  state         varchar(40) not null,
  instance_id   bigint,
  definition_id bigint,
  node_id       varchar(400),
  due_at        timestamp(6) not null,
  attempts      integer not null,
  lease_until   timestamp(6),
  last_error    varchar(4000),
  body          clob(40000000) not null,
  lease_owner   varchar(400),
  lease_epoch   integer default 0 not null,
  constraint wf_job_pk primary key (tenant, id)
);
create index wf_job_due on wf_job (state, due_at, id);
create index wf_job_held on wf_job (tenant, instance_id, lease_until);
create index wf_job_list on wf_job (tenant, state, due_at, id);

-- Messages and signals that instances wait for.
create table wf_subscription (
  tenant      varchar(160) not null,
  id          bigint not null,
  instance_id bigint not null,
  node_id     varchar(400) not null,
  kind        varchar(40) not null,
  name        varchar(800) not null,
  corr_key    varchar(800) not null,
  constraint wf_subscription_pk primary key (tenant, id)
);
create index wf_subscription_name on wf_subscription (tenant, kind, name, corr_key, id);

-- Events at which the newest released version of a definition begins; a timer's next moment is the job of the same id.
create table wf_event_start (
  tenant        varchar(160) not null,
  id            bigint not null,
  definition_id bigint not null,
  kind          varchar(40) not null,
  name          varchar(800) not null,
  start_node    varchar(400) not null,
  event_node    varchar(400) not null,
  constraint wf_event_start_pk primary key (tenant, id)
);
create index wf_event_start_definition on wf_event_start (tenant, definition_id);
create index wf_event_start_name on wf_event_start (tenant, kind, name, id);

-- Messages that nobody waits for yet.
create table wf_message (
  tenant      varchar(160) not null,
  id          bigint not null,
  name        varchar(800) not null,
  corr_key    varchar(800) not null,
  received_at timestamp(6) not null,
  expires_at  timestamp(6) not null,
  body        clob(40000000) not null,
  constraint wf_message_pk primary key (tenant, id)
);
create index wf_message_name on wf_message (tenant, name, corr_key, id);

-- Every twentieth version of an instance as a whole, so that any version is rebuilt from at most nineteen rows of the
-- journal. A copy can always be made again from the journal: one of another shape than the program's is passed over.
create table wf_snapshot (
  tenant      varchar(160) not null,
  instance_id bigint not null,
  version     bigint not null,
  shape       varchar(64) not null,
  body        clob(400000000) not null,
  constraint wf_snapshot_pk primary key (tenant, instance_id, version)
);

-- What somebody is to read (阅知): it holds no token and is no part of the instance.
create table wf_read_item (
  tenant           varchar(160) not null,
  id               bigint not null,
  instance_id      bigint not null,
  node_instance_id bigint not null,
  node_id          varchar(400),
  reader           varchar(400) not null,
  state            varchar(40) not null,
  sent_by          varchar(400) not null,
  sent_at          timestamp(6) not null,
  note             clob(16000),
  read_at          timestamp(6),
  opinion          clob(16000),
  definition_id    bigint default 0 not null,
  title            varchar(1020) default '' not null,
  business_key     varchar(800),
  starter          varchar(400) default '' not null,
  hidden           smallint default 0 not null,
  constraint wf_read_item_pk primary key (tenant, id)
);
create index wf_read_item_instance on wf_read_item (tenant, instance_id, reader);
create index wf_read_item_reader on wf_read_item (tenant, reader, hidden, state, sent_at, id);

-- Who has urged the holder of an item, and how often that happened.
create table wf_urge (
  tenant       varchar(160) not null,
  id           bigint not null,
  instance_id  bigint not null,
  work_item_id bigint not null,
  urged_by     varchar(400) not null,
  urged_at     timestamp(6) not null,
  note         clob(16000),
  constraint wf_urge_pk primary key (tenant, id)
);
create index wf_urge_instance on wf_urge (tenant, instance_id, urged_at);

create table wf_instance_archive (
  tenant         varchar(160) not null,
  id             bigint not null,
  definition_id  bigint not null,
  def_key        varchar(400) not null,
  version        bigint not null,
  state          varchar(40) not null,
  faulted        integer not null,
  title          varchar(1020) not null,
  business_key   varchar(800),
  starter        varchar(400) not null,
  started_at     timestamp(6) not null,
  ended_at       timestamp(6),
  body           clob(40000000) not null,
  journal_length bigint not null,
  journal_hash   varchar(256) not null,
  parent_id      bigint,
  parent_visit   bigint,
  content        clob(40000000),
  moving         blob(10000000),
  lasting        clob(40000000),
  constraint wf_instance_archive_pk primary key (tenant, id)
);
create index wf_instance_archive_key on wf_instance_archive (tenant, business_key);

create table wf_journal_archive (
  tenant         varchar(160) not null,
  instance_id    bigint not null,
  seq            bigint not null,
  op_id          varchar(256) not null,
  operation      varchar(160) not null,
  actor          varchar(400) not null,
  on_behalf_of   varchar(400),
  as_admin       integer not null,
  channel        varchar(40) not null,
  client_ip      varchar(180),
  happened_at    timestamp(6) not null,
  definition_id  bigint not null,
  version_before bigint not null,
  version_after  bigint not null,
  node_id        varchar(400),
  opinion        clob(16000),
  body           clob(40000000) not null,
  algorithm      varchar(80) not null,
  hash           varchar(256) not null,
  payload_hash   varchar(128),
  sole           smallint,
  packed         blob(10000000),
  constraint wf_journal_archive_pk primary key (tenant, instance_id, seq)
);

create table wf_work_item_closed_archive (
  tenant           varchar(160) not null,
  id               bigint not null,
  instance_id      bigint not null,
  node_instance_id bigint not null,
  branch_id        bigint not null,
  node_id          varchar(400) not null,
  kind             varchar(40) not null,
  state            varchar(48) not null,
  owner            varchar(400),
  handled_by       varchar(400),
  done_by          varchar(400),
  created_at       timestamp(6) not null,
  opened_at        timestamp(6),
  closed_at        timestamp(6) not null,
  due_at           timestamp(6),
  priority         integer,
  asked_by         bigint,
  vote             varchar(80),
  handled_in       varchar(256),
  started_at       timestamp(6) default timestamp '1970-01-01 00:00:00.000000' not null,
  delayed_until    timestamp(6),
  constraint wf_work_item_closed_archive_pk primary key (tenant, id)
);
create index wf_closed_archive_instance on wf_work_item_closed_archive (tenant, instance_id);

create table wf_trail_archive (
  tenant           varchar(160) not null,
  instance_id      bigint not null,
  node_instance_id bigint not null,
  seq              bigint not null,
  node_id          varchar(400) not null,
  lineage          clob(4000000) not null,
  sender           bigint,
  undone           integer not null,
  automatic        smallint default 0 not null,
  round            clob(8000),
  constraint wf_trail_archive_pk primary key (tenant, instance_id, node_instance_id)
);

-- What somebody fetched back: it stays until it is as old again.
create table wf_restored (
  tenant      varchar(160) not null,
  instance_id bigint not null,
  restored_at timestamp(6) not null,
  restored_by varchar(400) not null,
  constraint wf_restored_pk primary key (tenant, instance_id)
);

-- The keys with which sensitive values are sealed, one for each instance that has any; itself under a key that is not in
-- the database. A key that was erased is empty: what it sealed is lost, wherever it was copied to.
create table wf_sealing_key (
  tenant      varchar(160) not null,
  instance_id bigint not null,
  master      varchar(400) not null,
  wrapped     varchar(800),
  erased_at   timestamp(6),
  erased_by   varchar(400),
  constraint wf_sealing_key_pk primary key (tenant, instance_id)
);

-- A person acts on the work of another while such a grant counts; without a definition on the work of every process, without
-- a node at every step. A grant that was revoked stays, since the journal names acts that were done by it.
create table wf_deputy (
  tenant      varchar(160) not null,
  id          bigint not null,
  principal   varchar(400) not null,
  deputy      varchar(400) not null,
  def_key     varchar(400),
  node_id     varchar(400),
  valid_from  timestamp(6) not null,
  valid_to    timestamp(6),
  revoked_at  timestamp(6),
  "MODE"      varchar(40) default 'ACT_FOR' not null,
  state       varchar(40) default 'ACCEPTED' not null,
  granted_by  varchar(400),
  granted_at  timestamp(6),
  answered_at timestamp(6),
  revoked_by  varchar(400),
  note        clob(16000),
  constraint wf_deputy_pk primary key (tenant, id)
);
create index wf_deputy_deputy on wf_deputy (tenant, deputy, principal);
create index wf_deputy_mode on wf_deputy (tenant, "MODE", valid_to);
create index wf_deputy_principal on wf_deputy (tenant, principal);

create table wf_script (
  tenant    varchar(160) not null,
  name      varchar(400) not null,
  version   integer not null,
  source    clob(400000) not null,
  hash      varchar(256) not null,
  stored_at timestamp(6) not null,
  stored_by varchar(400) not null,
  constraint wf_script_pk primary key (tenant, name, version)
);

-- The end of the journal of an instance that was purged, whose rows stay without what they told; kept_hash is over all that is
-- kept of them (class KeptRows), and broken_at the first row that did not fit when the texts were still there.
create table wf_purged (
  tenant         varchar(160) not null,
  instance_id    bigint not null,
  purged_at      timestamp(6) not null,
  purged_by      varchar(400) not null,
  journal_length bigint not null,
  journal_hash   varchar(256) not null,
  kept_hash      varchar(256) not null,
  broken_at      bigint,
  constraint wf_purged_pk primary key (tenant, instance_id)
);

create table wf_identity (
  tenant       varchar(160) not null,
  code         varchar(80) not null,
  priority     integer not null,
  operations   clob(8000) not null,
  form_mode    varchar(40) not null,
  name_zh      varchar(400),
  name_en      varchar(400),
  appointments clob(400000) not null,
  changed_at   timestamp(6) not null,
  changed_by   varchar(400) not null,
  constraint wf_identity_pk primary key (tenant, code)
);
create unique index wf_identity_priority on wf_identity (tenant, priority);

-- Deputy heads of a department, of whom there may be several; the head and the superior leader stand in the department itself.
create table wf_department_deputy (
  tenant     varchar(160) not null,
  owner_id   varchar(256) not null,
  person_id  varchar(256) not null,
  valid_from timestamp(6) not null,
  valid_to   timestamp(6),
  constraint wf_department_deputy_pk primary key (tenant, owner_id, person_id),
  constraint wf_department_deputy_owner foreign key (tenant, owner_id) references wf_department (tenant, id),
  constraint wf_department_deputy_person foreign key (tenant, person_id) references wf_person (tenant, id)
);

-- Who has got the work of a step last that goes round among people.
create table wf_rotation (
  tenant    varchar(160) not null,
  def_key   varchar(400) not null,
  node_id   varchar(400) not null,
  person_id varchar(400) not null,
  constraint wf_rotation_pk primary key (tenant, def_key, node_id)
);

create table wf_service_account (
  tenant     varchar(160) not null,
  id         varchar(160) not null,
  name       varchar(800) not null,
  enabled    smallint not null check (enabled in (0, 1)),
  persons    clob(16000) not null,
  operations clob(16000) not null,
  changed_at timestamp(6) not null,
  changed_by varchar(400) not null,
  version    bigint not null,
  constraint wf_service_account_pk primary key (tenant, id)
);

-- Only the hash of a key is kept. One that has ended stays, since acts were done with it.
create table wf_service_key (
  tenant        varchar(160) not null,
  id            varchar(160) not null,
  account_id    varchar(160) not null,
  secret_hash   varchar(256) not null,
  issued_at     timestamp(6) not null,
  issued_by     varchar(400) not null,
  expires_at    timestamp(6) not null,
  ended_at      timestamp(6),
  ended_by      varchar(400),
  sealed_secret varchar(1600),
  constraint wf_service_key_pk primary key (tenant, id),
  constraint wf_service_key_account foreign key (tenant, account_id) references wf_service_account (tenant, id)
);
create index wf_service_key_of_account on wf_service_key (tenant, account_id);

-- With what the tokens of a tenant are signed; made when it is first needed.
create table wf_signing_key (
  tenant     varchar(160) not null,
  purpose    varchar(80) not null,
  secret     varchar(256) not null,
  created_at timestamp(6) not null,
  constraint wf_signing_key_pk primary key (tenant, purpose)
);

-- Tokens in URLs that were given out, by their hash: one that stands here has not been used yet.
create table wf_entry_token (
  tenant     varchar(160) not null,
  token_hash varchar(256) not null,
  expires_at timestamp(6) not null,
  constraint wf_entry_token_pk primary key (tenant, token_hash)
);
create index wf_entry_token_expiry on wf_entry_token (tenant, expires_at);

-- Drafts by whom they are; a row leaves when the draft is handed in or deleted.
create table wf_draft (
  tenant      varchar(160) not null,
  starter     varchar(400) not null,
  started_at  timestamp(6) not null,
  instance_id bigint not null,
  constraint wf_draft_pk primary key (tenant, starter, started_at, instance_id)
);

-- Who may read an instance only because its model says so, as candidates; of instances that no version since 18 has written there
-- are none.
create table wf_reader (
  tenant      varchar(160) not null,
  reader      varchar(480) not null,
  started_at  timestamp(6) not null,
  instance_id bigint not null,
  constraint wf_reader_pk primary key (tenant, reader, started_at, instance_id)
);
create index wf_reader_instance on wf_reader (tenant, instance_id);

-- Values of the fields that a model declares to be looked for by (query="true"): a text, or a number, or a moment.
create table wf_query_field (
  tenant       varchar(160) not null,
  instance_id  bigint not null,
  name         varchar(400) not null,
  text_value   varchar(800),
  number_value decimal(30, 10),
  time_value   timestamp(6),
  constraint wf_query_field_pk primary key (tenant, instance_id, name)
);
create index wf_query_field_number on wf_query_field (tenant, name, number_value, instance_id);
create index wf_query_field_text on wf_query_field (tenant, name, text_value, instance_id);
create index wf_query_field_time on wf_query_field (tenant, name, time_value, instance_id);

-- Work that one person is to hand over to another; nothing of it moves before the receiver takes it.
create table wf_handover (
  tenant        varchar(160) not null,
  id            bigint not null,
  giver         varchar(400) not null,
  receiver      varchar(400) not null,
  state         varchar(40) not null,
  created_by    varchar(400) not null,
  created_at    timestamp(6) not null,
  closed_at     timestamp(6),
  note          clob(16000),
  include_roles smallint default 0 not null,
  constraint wf_handover_pk primary key (tenant, id)
);
create index wf_handover_giver on wf_handover (tenant, giver, id);
create index wf_handover_receiver on wf_handover (tenant, receiver, id);

create table wf_handover_item (
  tenant      varchar(160) not null,
  handover_id bigint not null,
  id          bigint not null,
  instance_id bigint not null,
  state       varchar(40) not null,
  new_item_id bigint,
  code        varchar(160),
  reason      clob(16000),
  constraint wf_handover_item_pk primary key (tenant, handover_id, id)
);

-- The four roles of the product stand in no row; rights are names with commas between them.
create table wf_role (
  tenant     varchar(160) not null,
  code       varchar(160) not null,
  name_zh    varchar(400) not null,
  name_en    varchar(400) not null,
  rights     clob(16000) not null,
  changed_at timestamp(6) not null,
  changed_by varchar(400) not null,
  version    bigint not null,
  constraint wf_role_pk primary key (tenant, code)
);

-- A holder is a person, group, department or post (user:li); a department and a category, where they are given, say how far it reaches.
create table wf_role_grant (
  tenant     varchar(160) not null,
  id         bigint not null,
  role_code  varchar(160) not null,
  holder     varchar(480) not null,
  department varchar(256),
  category   varchar(1600),
  granted_at timestamp(6) not null,
  granted_by varchar(400),
  constraint wf_role_grant_pk primary key (tenant, id)
);
create index wf_role_grant_holder on wf_role_grant (tenant, holder);
create index wf_role_grant_role on wf_role_grant (tenant, role_code);

-- What administrators did that stands in no journal of an instance: a chain of its own for each tenant.
create table wf_admin_act (
  tenant      varchar(160) not null,
  seq         bigint not null,
  happened_at timestamp(6) not null,
  op_id       varchar(256),
  operation   varchar(240) not null,
  about       varchar(1600),
  actor       varchar(400) not null,
  via         varchar(160),
  channel     varchar(40) not null,
  client_ip   varchar(256),
  content     clob(16000),
  algorithm   varchar(40) not null,
  hash        varchar(256) not null,
  constraint wf_admin_act_pk primary key (tenant, seq)
);
create index wf_admin_act_actor on wf_admin_act (tenant, actor, seq);

-- Where that chain ends, so that a cut tail is seen, too.
create table wf_admin_chain (
  tenant       varchar(160) not null,
  chain_length bigint not null,
  hash         varchar(256) not null,
  constraint wf_admin_chain_pk primary key (tenant)
);

-- What somebody had and another has got since, or has done in his stead: he finds it where it went, and may read it. hidden is 1 while the
-- instance is deleted or in the archive.
create table wf_passed_on (
  tenant      varchar(160) not null,
  item_id     bigint not null,
  person      varchar(400) not null,
  instance_id bigint not null,
  started_at  timestamp(6) not null,
  passed_at   timestamp(6) not null,
  hidden      smallint default 0 not null,
  constraint wf_passed_on_pk primary key (tenant, item_id)
);
create index wf_passed_on_instance on wf_passed_on (tenant, instance_id, person);
create index wf_passed_on_person on wf_passed_on (tenant, person, hidden, passed_at, item_id);
create index wf_passed_on_started on wf_passed_on (tenant, person, hidden, started_at, instance_id);

create table wf_handed_right (
  tenant      varchar(160) not null,
  person      varchar(400) not null,
  "IDENTITY"  varchar(80) not null,
  started_at  timestamp(6) not null,
  instance_id bigint not null,
  handover_id bigint not null,
  constraint wf_handed_right_pk primary key (tenant, person, "IDENTITY", started_at, instance_id)
);
create index wf_handed_right_instance on wf_handed_right (tenant, instance_id, person);

create table wf_calendar (
  tenant     varchar(160) not null,
  owner      varchar(480) not null,
  layer      clob(4000000) not null,
  changed_at timestamp(6) not null,
  changed_by varchar(400) not null,
  constraint wf_calendar_pk primary key (tenant, owner)
);

create table wf_deadline (
  tenant           varchar(160) not null,
  id               bigint not null,
  instance_id      bigint not null,
  definition_id    bigint not null,
  node_instance_id bigint,
  work_item_id     bigint,
  node_id          varchar(400),
  due_at           timestamp(6) not null,
  levels           integer not null,
  reached_at       timestamp(6),
  constraint wf_deadline_pk primary key (tenant, id)
);
create index wf_deadline_due on wf_deadline (tenant, due_at, id);
create index wf_deadline_instance on wf_deadline (tenant, instance_id);

create table wf_schedule (
  tenant           varchar(160) not null,
  name             varchar(400) not null,
  job_id           bigint not null,
  def_key          varchar(400) not null,
  kind             varchar(80) not null,
  time_text        varchar(800) not null,
  zone             varchar(240),
  misfire          varchar(40) not null,
  starter          varchar(400) not null,
  title            varchar(1020),
  variables        clob(4000000) not null,
  state            varchar(40) not null,
  next_at          timestamp(6),
  last_at          timestamp(6),
  last_instance_id bigint,
  last_error       varchar(4000),
  fired            integer not null,
  changed_at       timestamp(6) not null,
  changed_by       varchar(400) not null,
  constraint wf_schedule_pk primary key (tenant, name)
);

-- One message to one person over one channel about one thing that happened.
create table wf_notice (
  tenant      varchar(160) not null,
  id          bigint not null,
  person      varchar(400) not null,
  channel     varchar(80) not null,
  kind        varchar(80) not null,
  action      varchar(40) not null,
  instance_id bigint not null,
  item_id     bigint not null,
  occasion    bigint not null,
  state       varchar(40) not null,
  subject     varchar(4000) not null,
  body        clob(32000) not null,
  attempts    integer not null,
  last_error  varchar(4000),
  created_at  timestamp(6) not null,
  due_at      timestamp(6),
  sent_at     timestamp(6),
  read_at     timestamp(6),
  bundle      bigint,
  gone_as     varchar(40),
  constraint wf_notice_pk primary key (tenant, id)
);
create index wf_notice_age on wf_notice (tenant, created_at);
create unique index wf_notice_once on wf_notice (tenant, instance_id, item_id, occasion, person, channel, kind, action);
create index wf_notice_person on wf_notice (tenant, person, channel, state, id);
create index wf_notice_state on wf_notice (tenant, state, id);

-- A tenant's own words instead of the built-in ones.
create table wf_notice_template (
  tenant  varchar(160) not null,
  kind    varchar(80) not null,
  channel varchar(80) not null,
  locale  varchar(20) not null,
  subject varchar(4000) not null,
  body    clob(16000) not null,
  constraint wf_notice_template_pk primary key (tenant, kind, channel, locale)
);

-- How somebody wants to be told.
create table wf_notice_wish (
  tenant varchar(160) not null,
  person varchar(400) not null,
  body   clob(16000) not null,
  constraint wf_notice_wish_pk primary key (tenant, person)
);

-- How many messages of his own somebody has sent in an hour, counted from 1970 on.
create table wf_notice_rate (
  tenant  varchar(160) not null,
  person  varchar(400) not null,
  hour_no bigint not null,
  sent    integer not null,
  constraint wf_notice_rate_pk primary key (tenant, person)
);

-- What somebody handed in without waiting for it, and what came of it (1.7). The request goes when it is over.
create table wf_ticket (
  tenant       varchar(160) not null,
  id           bigint not null,
  state        varchar(40) not null,
  operation    varchar(160) not null,
  op_id        varchar(256) not null,
  fingerprint  varchar(256) not null,
  person       varchar(400) not null,
  service      varchar(400),
  language     varchar(80) not null,
  channel      varchar(40) not null,
  address      varchar(400),
  instance_id  bigint not null,
  work_item_id bigint not null,
  accepted_at  timestamp(6) not null,
  ended_at     timestamp(6),
  code         varchar(160),
  message      clob(16000),
  request      clob(40000000),
  reply        clob(40000000),
  turn         bigint generated always as identity (start with 1, increment by 1) not null,
  lapsed       bigint default 0 not null,
  constraint wf_ticket_pk primary key (tenant, id)
);
create index wf_ticket_ended on wf_ticket (tenant, ended_at, id);
create index wf_ticket_instance on wf_ticket (tenant, instance_id, id);
create unique index wf_ticket_op on wf_ticket (tenant, op_id, lapsed);

-- Which services of which nodes an operator has stopped or started last (5.2); the tenant is that of the operators.
create table wf_service (
  tenant     varchar(160) not null,
  node       varchar(400) not null,
  service    varchar(120) not null,
  running    integer not null,
  changed_by varchar(400) not null,
  changed_at timestamp(6) not null,
  constraint wf_service_pk primary key (tenant, node, service)
);

create table wf_access_chain (
  tenant   varchar(160) not null,
  id       bigint not null,
  node     varchar(400) not null,
  begun_at timestamp(6) not null,
  length   bigint not null,
  hash     varchar(256) not null,
  constraint wf_access_chain_pk primary key (tenant, id)
);

create table wf_access_log (
  tenant       varchar(160) not null,
  chain_id     bigint not null,
  seq          bigint not null,
  happened_at  timestamp(6) not null,
  operation    varchar(400) not null,
  op_id        varchar(400),
  outcome      varchar(160) not null,
  actor        varchar(400) not null,
  via          varchar(400),
  channel      varchar(40) not null,
  client_ip    varchar(400),
  instance_id  bigint,
  work_item_id bigint,
  note         varchar(4000),
  algorithm    varchar(40) not null,
  hash         varchar(256) not null,
  constraint wf_access_log_pk primary key (tenant, chain_id, seq)
);
create index wf_access_log_actor on wf_access_log (tenant, actor, happened_at, chain_id, seq);
create index wf_access_log_instance on wf_access_log (tenant, instance_id, happened_at, chain_id, seq);
create index wf_access_log_time on wf_access_log (tenant, happened_at, chain_id, seq);

-- Messages with a UsernameToken that have come, by the hash of person and nonce; one that stands here is refused.
create table wf_used_nonce (
  tenant     varchar(160) not null,
  token_hash varchar(256) not null,
  expires_at timestamp(6) not null,
  constraint wf_used_nonce_pk primary key (tenant, token_hash)
);
create index wf_used_nonce_expiry on wf_used_nonce (tenant, expires_at);

-- Lists that have changed, for other nodes whose people listen (decision 0047); forgotten after minutes. Nothing is written while nobody listens.
create table wf_list_news (
  tenant  varchar(160) not null,
  id      bigint not null,
  teller  varchar(160) not null,
  told_at timestamp(6) not null,
  body    clob(4000000000) not null,
  constraint wf_list_news_pk primary key (tenant, id)
);
create index wf_list_news_time on wf_list_news (told_at);

-- Nodes that have listeners, of the tenant that keeps the installation, by the name that each gives itself for as long as it runs.
create table wf_list_listener (
  tenant   varchar(160) not null,
  listener varchar(160) not null,
  until_at timestamp(6) not null,
  constraint wf_list_listener_pk primary key (tenant, listener)
);

-- What the product looks for when it starts.
insert into wf_schema (version, applied_at) values (0, timestamp '2024-03-31 01:30:00.123456');
insert into wf_schema (version, applied_at) values (1, current_timestamp - current_timezone);
insert into wf_schema (version, applied_at) values (2, current_timestamp - current_timezone);
insert into wf_schema (version, applied_at) values (3, current_timestamp - current_timezone);
insert into wf_schema (version, applied_at) values (4, current_timestamp - current_timezone);
insert into wf_schema (version, applied_at) values (5, current_timestamp - current_timezone);
insert into wf_schema (version, applied_at) values (6, current_timestamp - current_timezone);
insert into wf_schema (version, applied_at) values (7, current_timestamp - current_timezone);
insert into wf_schema (version, applied_at) values (8, current_timestamp - current_timezone);
insert into wf_schema (version, applied_at) values (9, current_timestamp - current_timezone);
insert into wf_schema (version, applied_at) values (10, current_timestamp - current_timezone);
insert into wf_schema (version, applied_at) values (11, current_timestamp - current_timezone);
insert into wf_schema (version, applied_at) values (12, current_timestamp - current_timezone);
insert into wf_schema (version, applied_at) values (13, current_timestamp - current_timezone);
insert into wf_schema (version, applied_at) values (14, current_timestamp - current_timezone);
insert into wf_schema (version, applied_at) values (15, current_timestamp - current_timezone);
insert into wf_schema (version, applied_at) values (16, current_timestamp - current_timezone);
insert into wf_schema (version, applied_at) values (17, current_timestamp - current_timezone);
insert into wf_schema (version, applied_at) values (18, current_timestamp - current_timezone);
insert into wf_schema (version, applied_at) values (19, current_timestamp - current_timezone);
insert into wf_schema (version, applied_at) values (20, current_timestamp - current_timezone);
insert into wf_schema (version, applied_at) values (21, current_timestamp - current_timezone);
insert into wf_schema (version, applied_at) values (22, current_timestamp - current_timezone);
insert into wf_schema (version, applied_at) values (23, current_timestamp - current_timezone);
insert into wf_schema (version, applied_at) values (24, current_timestamp - current_timezone);
insert into wf_schema (version, applied_at) values (25, current_timestamp - current_timezone);
insert into wf_schema (version, applied_at) values (26, current_timestamp - current_timezone);
insert into wf_schema (version, applied_at) values (27, current_timestamp - current_timezone);
insert into wf_schema (version, applied_at) values (28, current_timestamp - current_timezone);
insert into wf_schema (version, applied_at) values (29, current_timestamp - current_timezone);
insert into wf_schema (version, applied_at) values (30, current_timestamp - current_timezone);
insert into wf_schema (version, applied_at) values (31, current_timestamp - current_timezone);
commit;
