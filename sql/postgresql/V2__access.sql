-- The organisation, passwords and sessions.

-- Grows whenever anything of a tenant's organisation changes; every node looks at it every few seconds.
create table wf_org_version (
  tenant  varchar(40) not null,
  version bigint      not null,
  constraint wf_org_version_pk primary key (tenant)
);

create table wf_person (
  tenant              varchar(40)                 not null,
  id                  varchar(64)                 not null,
  login_name          varchar(100)                not null,
  name                varchar(200)                not null,
  administrator       boolean                     not null,
  mail                varchar(254),
  mobile              varchar(40),
  locale              varchar(20),
  password_changed_at timestamp(6) with time zone,
  enabled             boolean                     not null,
  valid_from          timestamp(6) with time zone not null,
  valid_to            timestamp(6) with time zone,
  version             bigint                      not null,
  constraint wf_person_pk primary key (tenant, id),
  constraint wf_person_login unique (tenant, login_name)
);

-- The head and the superior leader are persons; no foreign key, since both sides name each other.
create table wf_department (
  tenant      varchar(40)                 not null,
  id          varchar(64)                 not null,
  parent_id   varchar(64),
  code        varchar(64),
  name        varchar(200)                not null,
  kind        varchar(10)                 not null,
  sort_no     integer                     not null,
  head_id     varchar(64),
  superior_id varchar(64),
  enabled     boolean                     not null,
  valid_from  timestamp(6) with time zone not null,
  valid_to    timestamp(6) with time zone,
  version     bigint                      not null,
  constraint wf_department_pk primary key (tenant, id),
  constraint wf_department_parent foreign key (tenant, parent_id) references wf_department (tenant, id),
  constraint wf_department_kind check (kind in ('UNIT', 'DEPT'))
);

create table wf_group (
  tenant     varchar(40)                 not null,
  id         varchar(64)                 not null,
  parent_id  varchar(64),
  name       varchar(200)                not null,
  enabled    boolean                     not null,
  valid_from timestamp(6) with time zone not null,
  valid_to   timestamp(6) with time zone,
  version    bigint                      not null,
  constraint wf_group_pk primary key (tenant, id),
  constraint wf_group_parent foreign key (tenant, parent_id) references wf_group (tenant, id)
);

create table wf_post (
  tenant        varchar(40)                 not null,
  id            varchar(64)                 not null,
  parent_id     varchar(64),
  department_id varchar(64),
  name          varchar(200)                not null,
  enabled       boolean                     not null,
  valid_from    timestamp(6) with time zone not null,
  valid_to      timestamp(6) with time zone,
  version       bigint                      not null,
  constraint wf_post_pk primary key (tenant, id),
  constraint wf_post_parent foreign key (tenant, parent_id) references wf_post (tenant, id),
  constraint wf_post_department foreign key (tenant, department_id) references wf_department (tenant, id)
);

-- A person may be in several departments, one of which is the main one.
create table wf_department_member (
  tenant     varchar(40)                 not null,
  owner_id   varchar(64)                 not null,
  person_id  varchar(64)                 not null,
  main       boolean                     not null,
  job_title  varchar(100),
  leader_id  varchar(64),
  valid_from timestamp(6) with time zone not null,
  valid_to   timestamp(6) with time zone,
  constraint wf_department_member_pk primary key (tenant, owner_id, person_id),
  constraint wf_department_member_owner foreign key (tenant, owner_id) references wf_department (tenant, id),
  constraint wf_department_member_person foreign key (tenant, person_id) references wf_person (tenant, id)
);

create table wf_group_member (
  tenant     varchar(40)                 not null,
  owner_id   varchar(64)                 not null,
  person_id  varchar(64)                 not null,
  valid_from timestamp(6) with time zone not null,
  valid_to   timestamp(6) with time zone,
  constraint wf_group_member_pk primary key (tenant, owner_id, person_id),
  constraint wf_group_member_owner foreign key (tenant, owner_id) references wf_group (tenant, id),
  constraint wf_group_member_person foreign key (tenant, person_id) references wf_person (tenant, id)
);

create table wf_post_member (
  tenant     varchar(40)                 not null,
  owner_id   varchar(64)                 not null,
  person_id  varchar(64)                 not null,
  valid_from timestamp(6) with time zone not null,
  valid_to   timestamp(6) with time zone,
  constraint wf_post_member_pk primary key (tenant, owner_id, person_id),
  constraint wf_post_member_owner foreign key (tenant, owner_id) references wf_post (tenant, id),
  constraint wf_post_member_person foreign key (tenant, person_id) references wf_person (tenant, id)
);

-- Apart from the person, so that reading the organisation never reads a password.
create table wf_credential (
  tenant        varchar(40)                 not null,
  person_id     varchar(64)                 not null,
  password_hash varchar(200)                not null,
  changed_at    timestamp(6) with time zone not null,
  version       bigint                      not null,
  constraint wf_credential_pk primary key (tenant, person_id),
  constraint wf_credential_person foreign key (tenant, person_id) references wf_person (tenant, id)
);

-- Only the hash of a session's token is kept.
create table wf_session (
  tenant     varchar(40)                 not null,
  token_hash varchar(64)                 not null,
  person_id  varchar(64)                 not null,
  channel    varchar(10)                 not null,
  client_ip  varchar(64),
  opened_at  timestamp(6) with time zone not null,
  seen_at    timestamp(6) with time zone not null,
  expires_at timestamp(6) with time zone not null,
  constraint wf_session_pk primary key (tenant, token_hash),
  constraint wf_session_person foreign key (tenant, person_id) references wf_person (tenant, id)
);
create index wf_session_of_person on wf_session (tenant, person_id);
create index wf_session_expiry on wf_session (tenant, expires_at);

insert into wf_schema (version, applied_at) values (2, current_timestamp);
