-- The tables of schema version 31 for Microsoft SQL Server 2019.
--
-- NOT RUN on this database (未在该数据库上运行过), and the product does not start on it yet: docs/install/databases.md says what is missing.
-- Generated from the tables that the migrations make in H2; whoever changes those writes it anew:
-- mvn -pl wf-contract,wf-ejb test -Dtest=CreationScriptTest -Dsurefire.failIfNoSpecifiedTests=false -Dgolden.update=true
-- It makes an empty schema; there is none for going on from an earlier version.
--
-- In an empty database of its own, with alter database wf set read_committed_snapshot on, since readers must not wait for writers:
-- sqlcmd -d wf -b -f 65001 -i create.sql
-- Every text has the collation Latin1_General_100_BIN2: names and keys are compared by their codes. SQL Server compares 'a' and 'a ' as equal
-- even so, which the other databases of the product do not.
-- Whoever changes rows of wf_journal needs quoted_identifier on, as drivers have it, because of its index with a condition.
-- Quoted, since they are reserved words in Oracle or SQL Server: wf_attachment.size, wf_deputy.mode, wf_handed_right.identity.

set quoted_identifier on;
go
create sequence wf_id start with 1000 increment by 10000;
create sequence wf_ticket_turn start with 1 increment by 1;

create table wf_definition (
  tenant        nvarchar(40) collate Latin1_General_100_BIN2 not null,
  id            bigint not null,
  def_key       nvarchar(100) collate Latin1_General_100_BIN2 not null,
  version       int not null,
  name          nvarchar(255) collate Latin1_General_100_BIN2 not null,
  state         nvarchar(10) collate Latin1_General_100_BIN2 not null,
  source_id     bigint not null,
  deployed_at   datetimeoffset(6) not null,
  deployed_by   nvarchar(100) collate Latin1_General_100_BIN2 not null,
  category_path nvarchar(400) collate Latin1_General_100_BIN2,
  executable    bit default 1 not null,
  instance_id   bigint,
  constraint wf_definition_pk primary key (tenant, id),
  constraint wf_definition_unique unique (tenant, def_key, version)
);
create index wf_definition_version on wf_definition (tenant, version);

create table wf_definition_source (
  tenant nvarchar(40) collate Latin1_General_100_BIN2 not null,
  id     bigint not null,
  source varbinary(max) not null,
  constraint wf_definition_source_pk primary key (tenant, id)
);

create table wf_instance (
  tenant         nvarchar(40) collate Latin1_General_100_BIN2 not null,
  id             bigint not null,
  definition_id  bigint not null,
  def_key        nvarchar(100) collate Latin1_General_100_BIN2 not null,
  version        bigint not null,
  state          nvarchar(10) collate Latin1_General_100_BIN2 not null,
  faulted        int not null,
  title          nvarchar(255) collate Latin1_General_100_BIN2 not null,
  business_key   nvarchar(200) collate Latin1_General_100_BIN2,
  starter        nvarchar(100) collate Latin1_General_100_BIN2 not null,
  started_at     datetimeoffset(6) not null,
  ended_at       datetimeoffset(6),
  body           nvarchar(max) collate Latin1_General_100_BIN2 not null,
  journal_length bigint not null,
  journal_hash   nvarchar(64) collate Latin1_General_100_BIN2 not null,
  parent_id      bigint,
  parent_visit   bigint,
  content        nvarchar(max) collate Latin1_General_100_BIN2,
  moving         varbinary(max),
  lasting        nvarchar(max) collate Latin1_General_100_BIN2,
  constraint wf_instance_pk primary key (tenant, id)
);
create index wf_instance_def on wf_instance (tenant, def_key, started_at, id);
create index wf_instance_key on wf_instance (tenant, business_key);
create index wf_instance_parent on wf_instance (tenant, parent_id, parent_visit, id);
create index wf_instance_started on wf_instance (tenant, started_at, id);
create index wf_instance_starter on wf_instance (tenant, starter, started_at, id);

-- Open work items only: a closed one moves to wf_work_item_closed, so that lists of open work stay small for ever.
create table wf_work_item (
  tenant           nvarchar(40) collate Latin1_General_100_BIN2 not null,
  id               bigint not null,
  instance_id      bigint not null,
  node_instance_id bigint not null,
  branch_id        bigint not null,
  node_id          nvarchar(100) collate Latin1_General_100_BIN2 not null,
  kind             nvarchar(10) collate Latin1_General_100_BIN2 not null,
  state            nvarchar(10) collate Latin1_General_100_BIN2 not null,
  owner            nvarchar(100) collate Latin1_General_100_BIN2,
  candidates       nvarchar(4000) collate Latin1_General_100_BIN2,
  created_at       datetimeoffset(6) not null,
  opened_at        datetimeoffset(6),
  draft            nvarchar(max) collate Latin1_General_100_BIN2,
  due_at           datetimeoffset(6),
  follow_up_at     datetimeoffset(6),
  priority         int,
  form_key         nvarchar(400) collate Latin1_General_100_BIN2,
  asked_by         bigint,
  paused_state     nvarchar(20) collate Latin1_General_100_BIN2,
  paused_at        datetimeoffset(6),
  paused_with      smallint default 0 not null,
  urged            int default 0 not null,
  urged_at         datetimeoffset(6),
  definition_id    bigint default 0 not null,
  title            nvarchar(255) collate Latin1_General_100_BIN2 default '' not null,
  business_key     nvarchar(200) collate Latin1_General_100_BIN2,
  starter          nvarchar(100) collate Latin1_General_100_BIN2 default '' not null,
  due_order        datetimeoffset(6) default '9999-12-31 00:00:00.000000 +00:00' not null,
  urgency          int default 0 not null,
  hidden           smallint default 0 not null,
  sent_by          nvarchar(100) collate Latin1_General_100_BIN2,
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
  tenant     nvarchar(40) collate Latin1_General_100_BIN2 not null,
  candidate  nvarchar(120) collate Latin1_General_100_BIN2 not null,
  created_at datetimeoffset(6) not null,
  item_id    bigint not null,
  constraint wf_candidate_pk primary key (tenant, candidate, created_at, item_id)
);
create index wf_candidate_item on wf_candidate (tenant, item_id);

-- done_by is empty where the item stands in nobody's done list: it was cancelled, or he handled the node again later.
create table wf_work_item_closed (
  tenant           nvarchar(40) collate Latin1_General_100_BIN2 not null,
  id               bigint not null,
  instance_id      bigint not null,
  node_instance_id bigint not null,
  branch_id        bigint not null,
  node_id          nvarchar(100) collate Latin1_General_100_BIN2 not null,
  kind             nvarchar(10) collate Latin1_General_100_BIN2 not null,
  state            nvarchar(12) collate Latin1_General_100_BIN2 not null,
  owner            nvarchar(100) collate Latin1_General_100_BIN2,
  handled_by       nvarchar(100) collate Latin1_General_100_BIN2,
  done_by          nvarchar(100) collate Latin1_General_100_BIN2,
  created_at       datetimeoffset(6) not null,
  opened_at        datetimeoffset(6),
  closed_at        datetimeoffset(6) not null,
  due_at           datetimeoffset(6),
  priority         int,
  asked_by         bigint,
  vote             nvarchar(20) collate Latin1_General_100_BIN2,
  handled_in       nvarchar(64) collate Latin1_General_100_BIN2,
  started_at       datetimeoffset(6) default '1970-01-01 00:00:00.000000 +00:00' not null,
  delayed_until    datetimeoffset(6),
  constraint wf_work_item_closed_pk primary key (tenant, id)
);
create index wf_closed_done on wf_work_item_closed (tenant, done_by, closed_at, id);
create index wf_closed_handled on wf_work_item_closed (tenant, done_by, started_at, instance_id);
create index wf_closed_instance on wf_work_item_closed (tenant, instance_id);

-- One small row for each finished visit of a human node: what operations that look back read.
create table wf_trail (
  tenant           nvarchar(40) collate Latin1_General_100_BIN2 not null,
  instance_id      bigint not null,
  node_instance_id bigint not null,
  seq              bigint not null,
  node_id          nvarchar(100) collate Latin1_General_100_BIN2 not null,
  lineage          nvarchar(max) collate Latin1_General_100_BIN2 not null,
  sender           bigint,
  undone           int not null,
  automatic        smallint default 0 not null,
  round            nvarchar(2000) collate Latin1_General_100_BIN2,
  constraint wf_trail_pk primary key (tenant, instance_id, node_instance_id)
);

create table wf_incident (
  tenant      nvarchar(40) collate Latin1_General_100_BIN2 not null,
  id          bigint not null,
  instance_id bigint not null,
  node_id     nvarchar(100) collate Latin1_General_100_BIN2 not null,
  code        nvarchar(40) collate Latin1_General_100_BIN2 not null,
  detail      nvarchar(4000) collate Latin1_General_100_BIN2 not null,
  raised_at   datetimeoffset(6) not null,
  constraint wf_incident_pk primary key (tenant, id)
);
create index wf_incident_raised on wf_incident (tenant, raised_at, id);

-- The audit: append-only, hash-chained for each instance.
create table wf_journal (
  tenant         nvarchar(40) collate Latin1_General_100_BIN2 not null,
  instance_id    bigint not null,
  seq            bigint not null,
  op_id          nvarchar(64) collate Latin1_General_100_BIN2 not null,
  operation      nvarchar(40) collate Latin1_General_100_BIN2 not null,
  actor          nvarchar(100) collate Latin1_General_100_BIN2 not null,
  on_behalf_of   nvarchar(100) collate Latin1_General_100_BIN2,
  as_admin       int not null,
  channel        nvarchar(10) collate Latin1_General_100_BIN2 not null,
  client_ip      nvarchar(45) collate Latin1_General_100_BIN2,
  happened_at    datetimeoffset(6) not null,
  definition_id  bigint not null,
  version_before bigint not null,
  version_after  bigint not null,
  node_id        nvarchar(100) collate Latin1_General_100_BIN2,
  opinion        nvarchar(4000) collate Latin1_General_100_BIN2,
  body           nvarchar(max) collate Latin1_General_100_BIN2 not null,
  algorithm      nvarchar(20) collate Latin1_General_100_BIN2 not null,
  hash           nvarchar(64) collate Latin1_General_100_BIN2 not null,
  payload_hash   nvarchar(32) collate Latin1_General_100_BIN2,
  sole           smallint,
  packed         varbinary(max),
  constraint wf_journal_pk primary key (tenant, instance_id, seq)
);
create unique index wf_journal_operation on wf_journal (tenant, op_id, sole) where sole is not null;

-- Operations that succeeded, by their idempotency key.
create table wf_operation (
  tenant       nvarchar(40) collate Latin1_General_100_BIN2 not null,
  op_id        nvarchar(64) collate Latin1_General_100_BIN2 not null,
  actor        nvarchar(100) collate Latin1_General_100_BIN2 not null,
  payload_hash nvarchar(64) collate Latin1_General_100_BIN2 not null,
  happened_at  datetimeoffset(6) not null,
  reply        nvarchar(max) collate Latin1_General_100_BIN2 not null,
  instance_id  bigint,
  via          nvarchar(40) collate Latin1_General_100_BIN2,
  constraint wf_operation_pk primary key (tenant, op_id)
);
create index wf_operation_instance on wf_operation (tenant, instance_id);

create table wf_outbox (
  tenant      nvarchar(40) collate Latin1_General_100_BIN2 not null,
  instance_id bigint not null,
  seq         bigint not null,
  created_at  datetimeoffset(6) not null,
  lease_until datetimeoffset(6) not null,
  attempts    int not null,
  told        int not null,
  body        nvarchar(max) collate Latin1_General_100_BIN2,
  constraint wf_outbox_pk primary key (tenant, instance_id, seq)
);
create index wf_outbox_lease on wf_outbox (lease_until);

create table wf_attachment (
  tenant       nvarchar(40) collate Latin1_General_100_BIN2 not null,
  id           bigint not null,
  instance_id  bigint not null,
  work_item_id bigint,
  name         nvarchar(255) collate Latin1_General_100_BIN2 not null,
  content_type nvarchar(200) collate Latin1_General_100_BIN2 not null,
  [size]       bigint not null,
  sha256       nvarchar(64) collate Latin1_General_100_BIN2 not null,
  added_by     nvarchar(100) collate Latin1_General_100_BIN2 not null,
  added_at     datetimeoffset(6) not null,
  constraint wf_attachment_pk primary key (tenant, id)
);
create index wf_attachment_content on wf_attachment (tenant, sha256);
create index wf_attachment_instance on wf_attachment (tenant, instance_id);

-- Contents of attachments, each once by its hash.
create table wf_content (
  tenant  nvarchar(40) collate Latin1_General_100_BIN2 not null,
  sha256  nvarchar(64) collate Latin1_General_100_BIN2 not null,
  content varbinary(max) not null,
  constraint wf_content_pk primary key (tenant, sha256)
);

-- The number of every script that ran; the product checks it at the start, whoever ran them.
-- Row 0 is a known instant: a connection that reads it otherwise would falsify every time.
create table wf_schema (
  version    int not null,
  applied_at datetimeoffset(6) not null,
  constraint wf_schema_pk primary key (version)
);

-- Grows whenever anything of a tenant's organisation changes; every node looks at it every few seconds.
create table wf_org_version (
  tenant  nvarchar(40) collate Latin1_General_100_BIN2 not null,
  version bigint not null,
  constraint wf_org_version_pk primary key (tenant)
);

create table wf_person (
  tenant              nvarchar(40) collate Latin1_General_100_BIN2 not null,
  id                  nvarchar(64) collate Latin1_General_100_BIN2 not null,
  login_name          nvarchar(100) collate Latin1_General_100_BIN2 not null,
  name                nvarchar(200) collate Latin1_General_100_BIN2 not null,
  mail                nvarchar(254) collate Latin1_General_100_BIN2,
  mobile              nvarchar(40) collate Latin1_General_100_BIN2,
  locale              nvarchar(20) collate Latin1_General_100_BIN2,
  password_changed_at datetimeoffset(6),
  enabled             bit not null,
  valid_from          datetimeoffset(6) not null,
  valid_to            datetimeoffset(6),
  version             bigint not null,
  source              nvarchar(40) collate Latin1_General_100_BIN2,
  constraint wf_person_pk primary key (tenant, id),
  constraint wf_person_login unique (tenant, login_name)
);
create index wf_person_gone on wf_person (tenant, enabled);
create index wf_person_until on wf_person (tenant, valid_to);

-- The head and the superior leader are persons; no foreign key, since both sides name each other.
create table wf_department (
  tenant      nvarchar(40) collate Latin1_General_100_BIN2 not null,
  id          nvarchar(64) collate Latin1_General_100_BIN2 not null,
  parent_id   nvarchar(64) collate Latin1_General_100_BIN2,
  code        nvarchar(64) collate Latin1_General_100_BIN2,
  name        nvarchar(200) collate Latin1_General_100_BIN2 not null,
  kind        nvarchar(10) collate Latin1_General_100_BIN2 not null,
  sort_no     int not null,
  head_id     nvarchar(64) collate Latin1_General_100_BIN2,
  superior_id nvarchar(64) collate Latin1_General_100_BIN2,
  enabled     bit not null,
  valid_from  datetimeoffset(6) not null,
  valid_to    datetimeoffset(6),
  version     bigint not null,
  source      nvarchar(40) collate Latin1_General_100_BIN2,
  constraint wf_department_pk primary key (tenant, id),
  constraint wf_department_parent foreign key (tenant, parent_id) references wf_department (tenant, id),
  constraint wf_department_kind check (kind in ('UNIT', 'DEPT'))
);

create table wf_group (
  tenant     nvarchar(40) collate Latin1_General_100_BIN2 not null,
  id         nvarchar(64) collate Latin1_General_100_BIN2 not null,
  parent_id  nvarchar(64) collate Latin1_General_100_BIN2,
  name       nvarchar(200) collate Latin1_General_100_BIN2 not null,
  enabled    bit not null,
  valid_from datetimeoffset(6) not null,
  valid_to   datetimeoffset(6),
  version    bigint not null,
  source     nvarchar(40) collate Latin1_General_100_BIN2,
  constraint wf_group_pk primary key (tenant, id),
  constraint wf_group_parent foreign key (tenant, parent_id) references wf_group (tenant, id)
);

create table wf_post (
  tenant        nvarchar(40) collate Latin1_General_100_BIN2 not null,
  id            nvarchar(64) collate Latin1_General_100_BIN2 not null,
  parent_id     nvarchar(64) collate Latin1_General_100_BIN2,
  department_id nvarchar(64) collate Latin1_General_100_BIN2,
  name          nvarchar(200) collate Latin1_General_100_BIN2 not null,
  enabled       bit not null,
  valid_from    datetimeoffset(6) not null,
  valid_to      datetimeoffset(6),
  version       bigint not null,
  source        nvarchar(40) collate Latin1_General_100_BIN2,
  constraint wf_post_pk primary key (tenant, id),
  constraint wf_post_department foreign key (tenant, department_id) references wf_department (tenant, id),
  constraint wf_post_parent foreign key (tenant, parent_id) references wf_post (tenant, id)
);

-- A person may be in several departments, one of which is the main one.
create table wf_department_member (
  tenant     nvarchar(40) collate Latin1_General_100_BIN2 not null,
  owner_id   nvarchar(64) collate Latin1_General_100_BIN2 not null,
  person_id  nvarchar(64) collate Latin1_General_100_BIN2 not null,
  main       bit not null,
  job_title  nvarchar(100) collate Latin1_General_100_BIN2,
  leader_id  nvarchar(64) collate Latin1_General_100_BIN2,
  valid_from datetimeoffset(6) not null,
  valid_to   datetimeoffset(6),
  constraint wf_department_member_pk primary key (tenant, owner_id, person_id),
  constraint wf_department_member_owner foreign key (tenant, owner_id) references wf_department (tenant, id),
  constraint wf_department_member_person foreign key (tenant, person_id) references wf_person (tenant, id)
);

create table wf_group_member (
  tenant     nvarchar(40) collate Latin1_General_100_BIN2 not null,
  owner_id   nvarchar(64) collate Latin1_General_100_BIN2 not null,
  person_id  nvarchar(64) collate Latin1_General_100_BIN2 not null,
  valid_from datetimeoffset(6) not null,
  valid_to   datetimeoffset(6),
  constraint wf_group_member_pk primary key (tenant, owner_id, person_id),
  constraint wf_group_member_owner foreign key (tenant, owner_id) references wf_group (tenant, id),
  constraint wf_group_member_person foreign key (tenant, person_id) references wf_person (tenant, id)
);

create table wf_post_member (
  tenant     nvarchar(40) collate Latin1_General_100_BIN2 not null,
  owner_id   nvarchar(64) collate Latin1_General_100_BIN2 not null,
  person_id  nvarchar(64) collate Latin1_General_100_BIN2 not null,
  valid_from datetimeoffset(6) not null,
  valid_to   datetimeoffset(6),
  constraint wf_post_member_pk primary key (tenant, owner_id, person_id),
  constraint wf_post_member_owner foreign key (tenant, owner_id) references wf_post (tenant, id),
  constraint wf_post_member_person foreign key (tenant, person_id) references wf_person (tenant, id)
);

-- Apart from the person, so that reading the organisation never reads a password.
create table wf_credential (
  tenant        nvarchar(40) collate Latin1_General_100_BIN2 not null,
  person_id     nvarchar(64) collate Latin1_General_100_BIN2 not null,
  password_hash nvarchar(200) collate Latin1_General_100_BIN2 not null,
  changed_at    datetimeoffset(6) not null,
  version       bigint not null,
  constraint wf_credential_pk primary key (tenant, person_id),
  constraint wf_credential_person foreign key (tenant, person_id) references wf_person (tenant, id)
);

-- Only the hash of a session's token is kept.
create table wf_session (
  tenant      nvarchar(40) collate Latin1_General_100_BIN2 not null,
  token_hash  nvarchar(64) collate Latin1_General_100_BIN2 not null,
  person_id   nvarchar(64) collate Latin1_General_100_BIN2 not null,
  channel     nvarchar(10) collate Latin1_General_100_BIN2 not null,
  client_ip   nvarchar(64) collate Latin1_General_100_BIN2,
  opened_at   datetimeoffset(6) not null,
  seen_at     datetimeoffset(6) not null,
  expires_at  datetimeoffset(6) not null,
  via         nvarchar(40) collate Latin1_General_100_BIN2,
  logout_hint nvarchar(max) collate Latin1_General_100_BIN2,
  constraint wf_session_pk primary key (tenant, token_hash),
  constraint wf_session_person foreign key (tenant, person_id) references wf_person (tenant, id)
);
create index wf_session_expiry on wf_session (tenant, expires_at);
create index wf_session_of_person on wf_session (tenant, person_id);

-- What a category needs to be there without definitions, and in which order it stands among its siblings.
create table wf_category (
  tenant  nvarchar(40) collate Latin1_General_100_BIN2 not null,
  path    nvarchar(400) collate Latin1_General_100_BIN2 not null,
  sort_no int not null,
  constraint wf_category_pk primary key (tenant, path)
);

-- Due times and things to be done. A worker of any node claims a due row by its lease; the row is deleted in the
-- transaction of its effect. The row of a timer has the id of its subscription, that of a kept message the message's.
create table wf_job (
  tenant        nvarchar(40) collate Latin1_General_100_BIN2 not null,
  id            bigint not null,
  kind          nvarchar(20) collate Latin1_General_100_BIN2 not null,
  state         nvarchar(10) collate Latin1_General_100_BIN2 not null,
  instance_id   bigint,
  definition_id bigint,
  node_id       nvarchar(100) collate Latin1_General_100_BIN2,
  due_at        datetimeoffset(6) not null,
  attempts      int not null,
  lease_until   datetimeoffset(6),
  last_error    nvarchar(1000) collate Latin1_General_100_BIN2,
  body          nvarchar(max) collate Latin1_General_100_BIN2 not null,
  lease_owner   nvarchar(100) collate Latin1_General_100_BIN2,
  lease_epoch   int default 0 not null,
  constraint wf_job_pk primary key (tenant, id)
);
create index wf_job_due on wf_job (state, due_at, id);
create index wf_job_held on wf_job (tenant, instance_id, lease_until);
create index wf_job_list on wf_job (tenant, state, due_at, id);

-- Messages and signals that instances wait for.
create table wf_subscription (
  tenant      nvarchar(40) collate Latin1_General_100_BIN2 not null,
  id          bigint not null,
  instance_id bigint not null,
  node_id     nvarchar(100) collate Latin1_General_100_BIN2 not null,
  kind        nvarchar(10) collate Latin1_General_100_BIN2 not null,
  name        nvarchar(200) collate Latin1_General_100_BIN2 not null,
  corr_key    nvarchar(200) collate Latin1_General_100_BIN2 not null,
  constraint wf_subscription_pk primary key (tenant, id)
);
create index wf_subscription_name on wf_subscription (tenant, kind, name, corr_key, id);

-- Events at which the newest released version of a definition begins; a timer's next moment is the job of the same id.
create table wf_event_start (
  tenant        nvarchar(40) collate Latin1_General_100_BIN2 not null,
  id            bigint not null,
  definition_id bigint not null,
  kind          nvarchar(10) collate Latin1_General_100_BIN2 not null,
  name          nvarchar(200) collate Latin1_General_100_BIN2 not null,
  start_node    nvarchar(100) collate Latin1_General_100_BIN2 not null,
  event_node    nvarchar(100) collate Latin1_General_100_BIN2 not null,
  constraint wf_event_start_pk primary key (tenant, id)
);
create index wf_event_start_definition on wf_event_start (tenant, definition_id);
create index wf_event_start_name on wf_event_start (tenant, kind, name, id);

-- Messages that nobody waits for yet.
create table wf_message (
  tenant      nvarchar(40) collate Latin1_General_100_BIN2 not null,
  id          bigint not null,
  name        nvarchar(200) collate Latin1_General_100_BIN2 not null,
  corr_key    nvarchar(200) collate Latin1_General_100_BIN2 not null,
  received_at datetimeoffset(6) not null,
  expires_at  datetimeoffset(6) not null,
  body        nvarchar(max) collate Latin1_General_100_BIN2 not null,
  constraint wf_message_pk primary key (tenant, id)
);
create index wf_message_name on wf_message (tenant, name, corr_key, id);

-- Every twentieth version of an instance as a whole, so that any version is rebuilt from at most nineteen rows of the
-- journal. A copy can always be made again from the journal: one of another shape than the program's is passed over.
create table wf_snapshot (
  tenant      nvarchar(40) collate Latin1_General_100_BIN2 not null,
  instance_id bigint not null,
  version     bigint not null,
  shape       nvarchar(16) collate Latin1_General_100_BIN2 not null,
  body        nvarchar(max) collate Latin1_General_100_BIN2 not null,
  constraint wf_snapshot_pk primary key (tenant, instance_id, version)
);

-- What somebody is to read (阅知): it holds no token and is no part of the instance.
create table wf_read_item (
  tenant           nvarchar(40) collate Latin1_General_100_BIN2 not null,
  id               bigint not null,
  instance_id      bigint not null,
  node_instance_id bigint not null,
  node_id          nvarchar(100) collate Latin1_General_100_BIN2,
  reader           nvarchar(100) collate Latin1_General_100_BIN2 not null,
  state            nvarchar(10) collate Latin1_General_100_BIN2 not null,
  sent_by          nvarchar(100) collate Latin1_General_100_BIN2 not null,
  sent_at          datetimeoffset(6) not null,
  note             nvarchar(4000) collate Latin1_General_100_BIN2,
  read_at          datetimeoffset(6),
  opinion          nvarchar(4000) collate Latin1_General_100_BIN2,
  definition_id    bigint default 0 not null,
  title            nvarchar(255) collate Latin1_General_100_BIN2 default '' not null,
  business_key     nvarchar(200) collate Latin1_General_100_BIN2,
  starter          nvarchar(100) collate Latin1_General_100_BIN2 default '' not null,
  hidden           smallint default 0 not null,
  constraint wf_read_item_pk primary key (tenant, id)
);
create index wf_read_item_instance on wf_read_item (tenant, instance_id, reader);
create index wf_read_item_reader on wf_read_item (tenant, reader, hidden, state, sent_at, id);

-- Who has urged the holder of an item, and how often that happened.
create table wf_urge (
  tenant       nvarchar(40) collate Latin1_General_100_BIN2 not null,
  id           bigint not null,
  instance_id  bigint not null,
  work_item_id bigint not null,
  urged_by     nvarchar(100) collate Latin1_General_100_BIN2 not null,
  urged_at     datetimeoffset(6) not null,
  note         nvarchar(4000) collate Latin1_General_100_BIN2,
  constraint wf_urge_pk primary key (tenant, id)
);
create index wf_urge_instance on wf_urge (tenant, instance_id, urged_at);

create table wf_instance_archive (
  tenant         nvarchar(40) collate Latin1_General_100_BIN2 not null,
  id             bigint not null,
  definition_id  bigint not null,
  def_key        nvarchar(100) collate Latin1_General_100_BIN2 not null,
  version        bigint not null,
  state          nvarchar(10) collate Latin1_General_100_BIN2 not null,
  faulted        int not null,
  title          nvarchar(255) collate Latin1_General_100_BIN2 not null,
  business_key   nvarchar(200) collate Latin1_General_100_BIN2,
  starter        nvarchar(100) collate Latin1_General_100_BIN2 not null,
  started_at     datetimeoffset(6) not null,
  ended_at       datetimeoffset(6),
  body           nvarchar(max) collate Latin1_General_100_BIN2 not null,
  journal_length bigint not null,
  journal_hash   nvarchar(64) collate Latin1_General_100_BIN2 not null,
  parent_id      bigint,
  parent_visit   bigint,
  content        nvarchar(max) collate Latin1_General_100_BIN2,
  moving         varbinary(max),
  lasting        nvarchar(max) collate Latin1_General_100_BIN2,
  constraint wf_instance_archive_pk primary key (tenant, id)
);
create index wf_instance_archive_key on wf_instance_archive (tenant, business_key);

create table wf_journal_archive (
  tenant         nvarchar(40) collate Latin1_General_100_BIN2 not null,
  instance_id    bigint not null,
  seq            bigint not null,
  op_id          nvarchar(64) collate Latin1_General_100_BIN2 not null,
  operation      nvarchar(40) collate Latin1_General_100_BIN2 not null,
  actor          nvarchar(100) collate Latin1_General_100_BIN2 not null,
  on_behalf_of   nvarchar(100) collate Latin1_General_100_BIN2,
  as_admin       int not null,
  channel        nvarchar(10) collate Latin1_General_100_BIN2 not null,
  client_ip      nvarchar(45) collate Latin1_General_100_BIN2,
  happened_at    datetimeoffset(6) not null,
  definition_id  bigint not null,
  version_before bigint not null,
  version_after  bigint not null,
  node_id        nvarchar(100) collate Latin1_General_100_BIN2,
  opinion        nvarchar(4000) collate Latin1_General_100_BIN2,
  body           nvarchar(max) collate Latin1_General_100_BIN2 not null,
  algorithm      nvarchar(20) collate Latin1_General_100_BIN2 not null,
  hash           nvarchar(64) collate Latin1_General_100_BIN2 not null,
  payload_hash   nvarchar(32) collate Latin1_General_100_BIN2,
  sole           smallint,
  packed         varbinary(max),
  constraint wf_journal_archive_pk primary key (tenant, instance_id, seq)
);

create table wf_work_item_closed_archive (
  tenant           nvarchar(40) collate Latin1_General_100_BIN2 not null,
  id               bigint not null,
  instance_id      bigint not null,
  node_instance_id bigint not null,
  branch_id        bigint not null,
  node_id          nvarchar(100) collate Latin1_General_100_BIN2 not null,
  kind             nvarchar(10) collate Latin1_General_100_BIN2 not null,
  state            nvarchar(12) collate Latin1_General_100_BIN2 not null,
  owner            nvarchar(100) collate Latin1_General_100_BIN2,
  handled_by       nvarchar(100) collate Latin1_General_100_BIN2,
  done_by          nvarchar(100) collate Latin1_General_100_BIN2,
  created_at       datetimeoffset(6) not null,
  opened_at        datetimeoffset(6),
  closed_at        datetimeoffset(6) not null,
  due_at           datetimeoffset(6),
  priority         int,
  asked_by         bigint,
  vote             nvarchar(20) collate Latin1_General_100_BIN2,
  handled_in       nvarchar(64) collate Latin1_General_100_BIN2,
  started_at       datetimeoffset(6) default '1970-01-01 00:00:00.000000 +00:00' not null,
  delayed_until    datetimeoffset(6),
  constraint wf_work_item_closed_archive_pk primary key (tenant, id)
);
create index wf_closed_archive_instance on wf_work_item_closed_archive (tenant, instance_id);

create table wf_trail_archive (
  tenant           nvarchar(40) collate Latin1_General_100_BIN2 not null,
  instance_id      bigint not null,
  node_instance_id bigint not null,
  seq              bigint not null,
  node_id          nvarchar(100) collate Latin1_General_100_BIN2 not null,
  lineage          nvarchar(max) collate Latin1_General_100_BIN2 not null,
  sender           bigint,
  undone           int not null,
  automatic        smallint default 0 not null,
  round            nvarchar(2000) collate Latin1_General_100_BIN2,
  constraint wf_trail_archive_pk primary key (tenant, instance_id, node_instance_id)
);

-- What somebody fetched back: it stays until it is as old again.
create table wf_restored (
  tenant      nvarchar(40) collate Latin1_General_100_BIN2 not null,
  instance_id bigint not null,
  restored_at datetimeoffset(6) not null,
  restored_by nvarchar(100) collate Latin1_General_100_BIN2 not null,
  constraint wf_restored_pk primary key (tenant, instance_id)
);

-- The keys with which sensitive values are sealed, one for each instance that has any; itself under a key that is not in
-- the database. A key that was erased is empty: what it sealed is lost, wherever it was copied to.
create table wf_sealing_key (
  tenant      nvarchar(40) collate Latin1_General_100_BIN2 not null,
  instance_id bigint not null,
  master      nvarchar(100) collate Latin1_General_100_BIN2 not null,
  wrapped     nvarchar(200) collate Latin1_General_100_BIN2,
  erased_at   datetimeoffset(6),
  erased_by   nvarchar(100) collate Latin1_General_100_BIN2,
  constraint wf_sealing_key_pk primary key (tenant, instance_id)
);

-- A person acts on the work of another while such a grant counts; without a definition on the work of every process, without
-- a node at every step. A grant that was revoked stays, since the journal names acts that were done by it.
create table wf_deputy (
  tenant      nvarchar(40) collate Latin1_General_100_BIN2 not null,
  id          bigint not null,
  principal   nvarchar(100) collate Latin1_General_100_BIN2 not null,
  deputy      nvarchar(100) collate Latin1_General_100_BIN2 not null,
  def_key     nvarchar(100) collate Latin1_General_100_BIN2,
  node_id     nvarchar(100) collate Latin1_General_100_BIN2,
  valid_from  datetimeoffset(6) not null,
  valid_to    datetimeoffset(6),
  revoked_at  datetimeoffset(6),
  [mode]      nvarchar(10) collate Latin1_General_100_BIN2 default 'ACT_FOR' not null,
  state       nvarchar(10) collate Latin1_General_100_BIN2 default 'ACCEPTED' not null,
  granted_by  nvarchar(100) collate Latin1_General_100_BIN2,
  granted_at  datetimeoffset(6),
  answered_at datetimeoffset(6),
  revoked_by  nvarchar(100) collate Latin1_General_100_BIN2,
  note        nvarchar(4000) collate Latin1_General_100_BIN2,
  constraint wf_deputy_pk primary key (tenant, id)
);
create index wf_deputy_deputy on wf_deputy (tenant, deputy, principal);
create index wf_deputy_mode on wf_deputy (tenant, [mode], valid_to);
create index wf_deputy_principal on wf_deputy (tenant, principal);

create table wf_script (
  tenant    nvarchar(40) collate Latin1_General_100_BIN2 not null,
  name      nvarchar(100) collate Latin1_General_100_BIN2 not null,
  version   int not null,
  source    nvarchar(max) collate Latin1_General_100_BIN2 not null,
  hash      nvarchar(64) collate Latin1_General_100_BIN2 not null,
  stored_at datetimeoffset(6) not null,
  stored_by nvarchar(100) collate Latin1_General_100_BIN2 not null,
  constraint wf_script_pk primary key (tenant, name, version)
);

-- The end of the journal of an instance that was purged, whose rows stay without what they told; kept_hash is over all that is
-- kept of them (class KeptRows), and broken_at the first row that did not fit when the texts were still there.
create table wf_purged (
  tenant         nvarchar(40) collate Latin1_General_100_BIN2 not null,
  instance_id    bigint not null,
  purged_at      datetimeoffset(6) not null,
  purged_by      nvarchar(100) collate Latin1_General_100_BIN2 not null,
  journal_length bigint not null,
  journal_hash   nvarchar(64) collate Latin1_General_100_BIN2 not null,
  kept_hash      nvarchar(64) collate Latin1_General_100_BIN2 not null,
  broken_at      bigint,
  constraint wf_purged_pk primary key (tenant, instance_id)
);

create table wf_identity (
  tenant       nvarchar(40) collate Latin1_General_100_BIN2 not null,
  code         nvarchar(20) collate Latin1_General_100_BIN2 not null,
  priority     int not null,
  operations   nvarchar(2000) collate Latin1_General_100_BIN2 not null,
  form_mode    nvarchar(10) collate Latin1_General_100_BIN2 not null,
  name_zh      nvarchar(100) collate Latin1_General_100_BIN2,
  name_en      nvarchar(100) collate Latin1_General_100_BIN2,
  appointments nvarchar(max) collate Latin1_General_100_BIN2 not null,
  changed_at   datetimeoffset(6) not null,
  changed_by   nvarchar(100) collate Latin1_General_100_BIN2 not null,
  constraint wf_identity_pk primary key (tenant, code)
);
create unique index wf_identity_priority on wf_identity (tenant, priority);

-- Deputy heads of a department, of whom there may be several; the head and the superior leader stand in the department itself.
create table wf_department_deputy (
  tenant     nvarchar(40) collate Latin1_General_100_BIN2 not null,
  owner_id   nvarchar(64) collate Latin1_General_100_BIN2 not null,
  person_id  nvarchar(64) collate Latin1_General_100_BIN2 not null,
  valid_from datetimeoffset(6) not null,
  valid_to   datetimeoffset(6),
  constraint wf_department_deputy_pk primary key (tenant, owner_id, person_id),
  constraint wf_department_deputy_owner foreign key (tenant, owner_id) references wf_department (tenant, id),
  constraint wf_department_deputy_person foreign key (tenant, person_id) references wf_person (tenant, id)
);

-- Who has got the work of a step last that goes round among people.
create table wf_rotation (
  tenant    nvarchar(40) collate Latin1_General_100_BIN2 not null,
  def_key   nvarchar(100) collate Latin1_General_100_BIN2 not null,
  node_id   nvarchar(100) collate Latin1_General_100_BIN2 not null,
  person_id nvarchar(100) collate Latin1_General_100_BIN2 not null,
  constraint wf_rotation_pk primary key (tenant, def_key, node_id)
);

create table wf_service_account (
  tenant     nvarchar(40) collate Latin1_General_100_BIN2 not null,
  id         nvarchar(40) collate Latin1_General_100_BIN2 not null,
  name       nvarchar(200) collate Latin1_General_100_BIN2 not null,
  enabled    bit not null,
  persons    nvarchar(4000) collate Latin1_General_100_BIN2 not null,
  operations nvarchar(4000) collate Latin1_General_100_BIN2 not null,
  changed_at datetimeoffset(6) not null,
  changed_by nvarchar(100) collate Latin1_General_100_BIN2 not null,
  version    bigint not null,
  constraint wf_service_account_pk primary key (tenant, id)
);

-- Only the hash of a key is kept. One that has ended stays, since acts were done with it.
create table wf_service_key (
  tenant        nvarchar(40) collate Latin1_General_100_BIN2 not null,
  id            nvarchar(40) collate Latin1_General_100_BIN2 not null,
  account_id    nvarchar(40) collate Latin1_General_100_BIN2 not null,
  secret_hash   nvarchar(64) collate Latin1_General_100_BIN2 not null,
  issued_at     datetimeoffset(6) not null,
  issued_by     nvarchar(100) collate Latin1_General_100_BIN2 not null,
  expires_at    datetimeoffset(6) not null,
  ended_at      datetimeoffset(6),
  ended_by      nvarchar(100) collate Latin1_General_100_BIN2,
  sealed_secret nvarchar(400) collate Latin1_General_100_BIN2,
  constraint wf_service_key_pk primary key (tenant, id),
  constraint wf_service_key_account foreign key (tenant, account_id) references wf_service_account (tenant, id)
);
create index wf_service_key_of_account on wf_service_key (tenant, account_id);

-- With what the tokens of a tenant are signed; made when it is first needed.
create table wf_signing_key (
  tenant     nvarchar(40) collate Latin1_General_100_BIN2 not null,
  purpose    nvarchar(20) collate Latin1_General_100_BIN2 not null,
  secret     nvarchar(64) collate Latin1_General_100_BIN2 not null,
  created_at datetimeoffset(6) not null,
  constraint wf_signing_key_pk primary key (tenant, purpose)
);

-- Tokens in URLs that were given out, by their hash: one that stands here has not been used yet.
create table wf_entry_token (
  tenant     nvarchar(40) collate Latin1_General_100_BIN2 not null,
  token_hash nvarchar(64) collate Latin1_General_100_BIN2 not null,
  expires_at datetimeoffset(6) not null,
  constraint wf_entry_token_pk primary key (tenant, token_hash)
);
create index wf_entry_token_expiry on wf_entry_token (tenant, expires_at);

-- Drafts by whom they are; a row leaves when the draft is handed in or deleted.
create table wf_draft (
  tenant      nvarchar(40) collate Latin1_General_100_BIN2 not null,
  starter     nvarchar(100) collate Latin1_General_100_BIN2 not null,
  started_at  datetimeoffset(6) not null,
  instance_id bigint not null,
  constraint wf_draft_pk primary key (tenant, starter, started_at, instance_id)
);

-- Who may read an instance only because its model says so, as candidates; of instances that no version since 18 has written there
-- are none.
create table wf_reader (
  tenant      nvarchar(40) collate Latin1_General_100_BIN2 not null,
  reader      nvarchar(120) collate Latin1_General_100_BIN2 not null,
  started_at  datetimeoffset(6) not null,
  instance_id bigint not null,
  constraint wf_reader_pk primary key (tenant, reader, started_at, instance_id)
);
create index wf_reader_instance on wf_reader (tenant, instance_id);

-- Values of the fields that a model declares to be looked for by (query="true"): a text, or a number, or a moment.
create table wf_query_field (
  tenant       nvarchar(40) collate Latin1_General_100_BIN2 not null,
  instance_id  bigint not null,
  name         nvarchar(100) collate Latin1_General_100_BIN2 not null,
  text_value   nvarchar(200) collate Latin1_General_100_BIN2,
  number_value decimal(30, 10),
  time_value   datetimeoffset(6),
  constraint wf_query_field_pk primary key (tenant, instance_id, name)
);
create index wf_query_field_number on wf_query_field (tenant, name, number_value, instance_id);
create index wf_query_field_text on wf_query_field (tenant, name, text_value, instance_id);
create index wf_query_field_time on wf_query_field (tenant, name, time_value, instance_id);

-- Work that one person is to hand over to another; nothing of it moves before the receiver takes it.
create table wf_handover (
  tenant        nvarchar(40) collate Latin1_General_100_BIN2 not null,
  id            bigint not null,
  giver         nvarchar(100) collate Latin1_General_100_BIN2 not null,
  receiver      nvarchar(100) collate Latin1_General_100_BIN2 not null,
  state         nvarchar(10) collate Latin1_General_100_BIN2 not null,
  created_by    nvarchar(100) collate Latin1_General_100_BIN2 not null,
  created_at    datetimeoffset(6) not null,
  closed_at     datetimeoffset(6),
  note          nvarchar(4000) collate Latin1_General_100_BIN2,
  include_roles smallint default 0 not null,
  constraint wf_handover_pk primary key (tenant, id)
);
create index wf_handover_giver on wf_handover (tenant, giver, id);
create index wf_handover_receiver on wf_handover (tenant, receiver, id);

create table wf_handover_item (
  tenant      nvarchar(40) collate Latin1_General_100_BIN2 not null,
  handover_id bigint not null,
  id          bigint not null,
  instance_id bigint not null,
  state       nvarchar(10) collate Latin1_General_100_BIN2 not null,
  new_item_id bigint,
  code        nvarchar(40) collate Latin1_General_100_BIN2,
  reason      nvarchar(4000) collate Latin1_General_100_BIN2,
  constraint wf_handover_item_pk primary key (tenant, handover_id, id)
);

-- The four roles of the product stand in no row; rights are names with commas between them.
create table wf_role (
  tenant     nvarchar(40) collate Latin1_General_100_BIN2 not null,
  code       nvarchar(40) collate Latin1_General_100_BIN2 not null,
  name_zh    nvarchar(100) collate Latin1_General_100_BIN2 not null,
  name_en    nvarchar(100) collate Latin1_General_100_BIN2 not null,
  rights     nvarchar(4000) collate Latin1_General_100_BIN2 not null,
  changed_at datetimeoffset(6) not null,
  changed_by nvarchar(100) collate Latin1_General_100_BIN2 not null,
  version    bigint not null,
  constraint wf_role_pk primary key (tenant, code)
);

-- A holder is a person, group, department or post (user:li); a department and a category, where they are given, say how far it reaches.
create table wf_role_grant (
  tenant     nvarchar(40) collate Latin1_General_100_BIN2 not null,
  id         bigint not null,
  role_code  nvarchar(40) collate Latin1_General_100_BIN2 not null,
  holder     nvarchar(120) collate Latin1_General_100_BIN2 not null,
  department nvarchar(64) collate Latin1_General_100_BIN2,
  category   nvarchar(400) collate Latin1_General_100_BIN2,
  granted_at datetimeoffset(6) not null,
  granted_by nvarchar(100) collate Latin1_General_100_BIN2,
  constraint wf_role_grant_pk primary key (tenant, id)
);
create index wf_role_grant_holder on wf_role_grant (tenant, holder);
create index wf_role_grant_role on wf_role_grant (tenant, role_code);

-- What administrators did that stands in no journal of an instance: a chain of its own for each tenant.
create table wf_admin_act (
  tenant      nvarchar(40) collate Latin1_General_100_BIN2 not null,
  seq         bigint not null,
  happened_at datetimeoffset(6) not null,
  op_id       nvarchar(64) collate Latin1_General_100_BIN2,
  operation   nvarchar(60) collate Latin1_General_100_BIN2 not null,
  about       nvarchar(400) collate Latin1_General_100_BIN2,
  actor       nvarchar(100) collate Latin1_General_100_BIN2 not null,
  via         nvarchar(40) collate Latin1_General_100_BIN2,
  channel     nvarchar(10) collate Latin1_General_100_BIN2 not null,
  client_ip   nvarchar(64) collate Latin1_General_100_BIN2,
  content     nvarchar(4000) collate Latin1_General_100_BIN2,
  algorithm   nvarchar(10) collate Latin1_General_100_BIN2 not null,
  hash        nvarchar(64) collate Latin1_General_100_BIN2 not null,
  constraint wf_admin_act_pk primary key (tenant, seq)
);
create index wf_admin_act_actor on wf_admin_act (tenant, actor, seq);

-- Where that chain ends, so that a cut tail is seen, too.
create table wf_admin_chain (
  tenant       nvarchar(40) collate Latin1_General_100_BIN2 not null,
  chain_length bigint not null,
  hash         nvarchar(64) collate Latin1_General_100_BIN2 not null,
  constraint wf_admin_chain_pk primary key (tenant)
);

-- What somebody had and another has got since, or has done in his stead: he finds it where it went, and may read it. hidden is 1 while the
-- instance is deleted or in the archive.
create table wf_passed_on (
  tenant      nvarchar(40) collate Latin1_General_100_BIN2 not null,
  item_id     bigint not null,
  person      nvarchar(100) collate Latin1_General_100_BIN2 not null,
  instance_id bigint not null,
  started_at  datetimeoffset(6) not null,
  passed_at   datetimeoffset(6) not null,
  hidden      smallint default 0 not null,
  constraint wf_passed_on_pk primary key (tenant, item_id)
);
create index wf_passed_on_instance on wf_passed_on (tenant, instance_id, person);
create index wf_passed_on_person on wf_passed_on (tenant, person, hidden, passed_at, item_id);
create index wf_passed_on_started on wf_passed_on (tenant, person, hidden, started_at, instance_id);

create table wf_handed_right (
  tenant      nvarchar(40) collate Latin1_General_100_BIN2 not null,
  person      nvarchar(100) collate Latin1_General_100_BIN2 not null,
  [identity]  nvarchar(20) collate Latin1_General_100_BIN2 not null,
  started_at  datetimeoffset(6) not null,
  instance_id bigint not null,
  handover_id bigint not null,
  constraint wf_handed_right_pk primary key (tenant, person, [identity], started_at, instance_id)
);
create index wf_handed_right_instance on wf_handed_right (tenant, instance_id, person);

create table wf_calendar (
  tenant     nvarchar(40) collate Latin1_General_100_BIN2 not null,
  owner      nvarchar(120) collate Latin1_General_100_BIN2 not null,
  layer      nvarchar(max) collate Latin1_General_100_BIN2 not null,
  changed_at datetimeoffset(6) not null,
  changed_by nvarchar(100) collate Latin1_General_100_BIN2 not null,
  constraint wf_calendar_pk primary key (tenant, owner)
);

create table wf_deadline (
  tenant           nvarchar(40) collate Latin1_General_100_BIN2 not null,
  id               bigint not null,
  instance_id      bigint not null,
  definition_id    bigint not null,
  node_instance_id bigint,
  work_item_id     bigint,
  node_id          nvarchar(100) collate Latin1_General_100_BIN2,
  due_at           datetimeoffset(6) not null,
  levels           int not null,
  reached_at       datetimeoffset(6),
  constraint wf_deadline_pk primary key (tenant, id)
);
create index wf_deadline_due on wf_deadline (tenant, due_at, id);
create index wf_deadline_instance on wf_deadline (tenant, instance_id);

create table wf_schedule (
  tenant           nvarchar(40) collate Latin1_General_100_BIN2 not null,
  name             nvarchar(100) collate Latin1_General_100_BIN2 not null,
  job_id           bigint not null,
  def_key          nvarchar(100) collate Latin1_General_100_BIN2 not null,
  kind             nvarchar(20) collate Latin1_General_100_BIN2 not null,
  time_text        nvarchar(200) collate Latin1_General_100_BIN2 not null,
  zone             nvarchar(60) collate Latin1_General_100_BIN2,
  misfire          nvarchar(10) collate Latin1_General_100_BIN2 not null,
  starter          nvarchar(100) collate Latin1_General_100_BIN2 not null,
  title            nvarchar(255) collate Latin1_General_100_BIN2,
  variables        nvarchar(max) collate Latin1_General_100_BIN2 not null,
  state            nvarchar(10) collate Latin1_General_100_BIN2 not null,
  next_at          datetimeoffset(6),
  last_at          datetimeoffset(6),
  last_instance_id bigint,
  last_error       nvarchar(1000) collate Latin1_General_100_BIN2,
  fired            int not null,
  changed_at       datetimeoffset(6) not null,
  changed_by       nvarchar(100) collate Latin1_General_100_BIN2 not null,
  constraint wf_schedule_pk primary key (tenant, name)
);

-- One message to one person over one channel about one thing that happened.
create table wf_notice (
  tenant      nvarchar(40) collate Latin1_General_100_BIN2 not null,
  id          bigint not null,
  person      nvarchar(100) collate Latin1_General_100_BIN2 not null,
  channel     nvarchar(20) collate Latin1_General_100_BIN2 not null,
  kind        nvarchar(20) collate Latin1_General_100_BIN2 not null,
  action      nvarchar(10) collate Latin1_General_100_BIN2 not null,
  instance_id bigint not null,
  item_id     bigint not null,
  occasion    bigint not null,
  state       nvarchar(10) collate Latin1_General_100_BIN2 not null,
  subject     nvarchar(1000) collate Latin1_General_100_BIN2 not null,
  body        nvarchar(max) collate Latin1_General_100_BIN2 not null,
  attempts    int not null,
  last_error  nvarchar(1000) collate Latin1_General_100_BIN2,
  created_at  datetimeoffset(6) not null,
  due_at      datetimeoffset(6),
  sent_at     datetimeoffset(6),
  read_at     datetimeoffset(6),
  bundle      bigint,
  gone_as     nvarchar(10) collate Latin1_General_100_BIN2,
  constraint wf_notice_pk primary key (tenant, id)
);
create index wf_notice_age on wf_notice (tenant, created_at);
create unique index wf_notice_once on wf_notice (tenant, instance_id, item_id, occasion, person, channel, kind, action);
create index wf_notice_person on wf_notice (tenant, person, channel, state, id);
create index wf_notice_state on wf_notice (tenant, state, id);

-- A tenant's own words instead of the built-in ones.
create table wf_notice_template (
  tenant  nvarchar(40) collate Latin1_General_100_BIN2 not null,
  kind    nvarchar(20) collate Latin1_General_100_BIN2 not null,
  channel nvarchar(20) collate Latin1_General_100_BIN2 not null,
  locale  nvarchar(5) collate Latin1_General_100_BIN2 not null,
  subject nvarchar(1000) collate Latin1_General_100_BIN2 not null,
  body    nvarchar(4000) collate Latin1_General_100_BIN2 not null,
  constraint wf_notice_template_pk primary key (tenant, kind, channel, locale)
);

-- How somebody wants to be told.
create table wf_notice_wish (
  tenant nvarchar(40) collate Latin1_General_100_BIN2 not null,
  person nvarchar(100) collate Latin1_General_100_BIN2 not null,
  body   nvarchar(4000) collate Latin1_General_100_BIN2 not null,
  constraint wf_notice_wish_pk primary key (tenant, person)
);

-- How many messages of his own somebody has sent in an hour, counted from 1970 on.
create table wf_notice_rate (
  tenant  nvarchar(40) collate Latin1_General_100_BIN2 not null,
  person  nvarchar(100) collate Latin1_General_100_BIN2 not null,
  hour_no bigint not null,
  sent    int not null,
  constraint wf_notice_rate_pk primary key (tenant, person)
);

-- What somebody handed in without waiting for it, and what came of it (1.7). The request goes when it is over.
create table wf_ticket (
  tenant       nvarchar(40) collate Latin1_General_100_BIN2 not null,
  id           bigint not null,
  state        nvarchar(10) collate Latin1_General_100_BIN2 not null,
  operation    nvarchar(40) collate Latin1_General_100_BIN2 not null,
  op_id        nvarchar(64) collate Latin1_General_100_BIN2 not null,
  fingerprint  nvarchar(64) collate Latin1_General_100_BIN2 not null,
  person       nvarchar(100) collate Latin1_General_100_BIN2 not null,
  service      nvarchar(100) collate Latin1_General_100_BIN2,
  language     nvarchar(20) collate Latin1_General_100_BIN2 not null,
  channel      nvarchar(10) collate Latin1_General_100_BIN2 not null,
  address      nvarchar(100) collate Latin1_General_100_BIN2,
  instance_id  bigint not null,
  work_item_id bigint not null,
  accepted_at  datetimeoffset(6) not null,
  ended_at     datetimeoffset(6),
  code         nvarchar(40) collate Latin1_General_100_BIN2,
  message      nvarchar(4000) collate Latin1_General_100_BIN2,
  request      nvarchar(max) collate Latin1_General_100_BIN2,
  reply        nvarchar(max) collate Latin1_General_100_BIN2,
  turn         bigint default next value for wf_ticket_turn not null,
  lapsed       bigint default 0 not null,
  constraint wf_ticket_pk primary key (tenant, id)
);
create index wf_ticket_ended on wf_ticket (tenant, ended_at, id);
create index wf_ticket_instance on wf_ticket (tenant, instance_id, id);
create unique index wf_ticket_op on wf_ticket (tenant, op_id, lapsed);

-- Which services of which nodes an operator has stopped or started last (5.2); the tenant is that of the operators.
create table wf_service (
  tenant     nvarchar(40) collate Latin1_General_100_BIN2 not null,
  node       nvarchar(100) collate Latin1_General_100_BIN2 not null,
  service    nvarchar(30) collate Latin1_General_100_BIN2 not null,
  running    int not null,
  changed_by nvarchar(100) collate Latin1_General_100_BIN2 not null,
  changed_at datetimeoffset(6) not null,
  constraint wf_service_pk primary key (tenant, node, service)
);

create table wf_access_chain (
  tenant   nvarchar(40) collate Latin1_General_100_BIN2 not null,
  id       bigint not null,
  node     nvarchar(100) collate Latin1_General_100_BIN2 not null,
  begun_at datetimeoffset(6) not null,
  length   bigint not null,
  hash     nvarchar(64) collate Latin1_General_100_BIN2 not null,
  constraint wf_access_chain_pk primary key (tenant, id)
);

create table wf_access_log (
  tenant       nvarchar(40) collate Latin1_General_100_BIN2 not null,
  chain_id     bigint not null,
  seq          bigint not null,
  happened_at  datetimeoffset(6) not null,
  operation    nvarchar(100) collate Latin1_General_100_BIN2 not null,
  op_id        nvarchar(100) collate Latin1_General_100_BIN2,
  outcome      nvarchar(40) collate Latin1_General_100_BIN2 not null,
  actor        nvarchar(100) collate Latin1_General_100_BIN2 not null,
  via          nvarchar(100) collate Latin1_General_100_BIN2,
  channel      nvarchar(10) collate Latin1_General_100_BIN2 not null,
  client_ip    nvarchar(100) collate Latin1_General_100_BIN2,
  instance_id  bigint,
  work_item_id bigint,
  note         nvarchar(1000) collate Latin1_General_100_BIN2,
  algorithm    nvarchar(10) collate Latin1_General_100_BIN2 not null,
  hash         nvarchar(64) collate Latin1_General_100_BIN2 not null,
  constraint wf_access_log_pk primary key (tenant, chain_id, seq)
);
create index wf_access_log_actor on wf_access_log (tenant, actor, happened_at, chain_id, seq);
create index wf_access_log_instance on wf_access_log (tenant, instance_id, happened_at, chain_id, seq);
create index wf_access_log_time on wf_access_log (tenant, happened_at, chain_id, seq);

-- Messages with a UsernameToken that have come, by the hash of person and nonce; one that stands here is refused.
create table wf_used_nonce (
  tenant     nvarchar(40) collate Latin1_General_100_BIN2 not null,
  token_hash nvarchar(64) collate Latin1_General_100_BIN2 not null,
  expires_at datetimeoffset(6) not null,
  constraint wf_used_nonce_pk primary key (tenant, token_hash)
);
create index wf_used_nonce_expiry on wf_used_nonce (tenant, expires_at);

-- Lists that have changed, for other nodes whose people listen (decision 0047); forgotten after minutes. Nothing is written while nobody listens.
create table wf_list_news (
  tenant  nvarchar(40) collate Latin1_General_100_BIN2 not null,
  id      bigint not null,
  teller  nvarchar(40) collate Latin1_General_100_BIN2 not null,
  told_at datetimeoffset(6) not null,
  body    nvarchar(max) collate Latin1_General_100_BIN2 not null,
  constraint wf_list_news_pk primary key (tenant, id)
);
create index wf_list_news_time on wf_list_news (told_at);

-- Nodes that have listeners, of the tenant that keeps the installation, by the name that each gives itself for as long as it runs.
create table wf_list_listener (
  tenant   nvarchar(40) collate Latin1_General_100_BIN2 not null,
  listener nvarchar(40) collate Latin1_General_100_BIN2 not null,
  until_at datetimeoffset(6) not null,
  constraint wf_list_listener_pk primary key (tenant, listener)
);

-- What the product looks for when it starts.
insert into wf_schema (version, applied_at) values (0, '2024-03-31 01:30:00.123456 +00:00');
insert into wf_schema (version, applied_at) values (1, sysdatetimeoffset());
insert into wf_schema (version, applied_at) values (2, sysdatetimeoffset());
insert into wf_schema (version, applied_at) values (3, sysdatetimeoffset());
insert into wf_schema (version, applied_at) values (4, sysdatetimeoffset());
insert into wf_schema (version, applied_at) values (5, sysdatetimeoffset());
insert into wf_schema (version, applied_at) values (6, sysdatetimeoffset());
insert into wf_schema (version, applied_at) values (7, sysdatetimeoffset());
insert into wf_schema (version, applied_at) values (8, sysdatetimeoffset());
insert into wf_schema (version, applied_at) values (9, sysdatetimeoffset());
insert into wf_schema (version, applied_at) values (10, sysdatetimeoffset());
insert into wf_schema (version, applied_at) values (11, sysdatetimeoffset());
insert into wf_schema (version, applied_at) values (12, sysdatetimeoffset());
insert into wf_schema (version, applied_at) values (13, sysdatetimeoffset());
insert into wf_schema (version, applied_at) values (14, sysdatetimeoffset());
insert into wf_schema (version, applied_at) values (15, sysdatetimeoffset());
insert into wf_schema (version, applied_at) values (16, sysdatetimeoffset());
insert into wf_schema (version, applied_at) values (17, sysdatetimeoffset());
insert into wf_schema (version, applied_at) values (18, sysdatetimeoffset());
insert into wf_schema (version, applied_at) values (19, sysdatetimeoffset());
insert into wf_schema (version, applied_at) values (20, sysdatetimeoffset());
insert into wf_schema (version, applied_at) values (21, sysdatetimeoffset());
insert into wf_schema (version, applied_at) values (22, sysdatetimeoffset());
insert into wf_schema (version, applied_at) values (23, sysdatetimeoffset());
insert into wf_schema (version, applied_at) values (24, sysdatetimeoffset());
insert into wf_schema (version, applied_at) values (25, sysdatetimeoffset());
insert into wf_schema (version, applied_at) values (26, sysdatetimeoffset());
insert into wf_schema (version, applied_at) values (27, sysdatetimeoffset());
insert into wf_schema (version, applied_at) values (28, sysdatetimeoffset());
insert into wf_schema (version, applied_at) values (29, sysdatetimeoffset());
insert into wf_schema (version, applied_at) values (30, sysdatetimeoffset());
insert into wf_schema (version, applied_at) values (31, sysdatetimeoffset());
go
