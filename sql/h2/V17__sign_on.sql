-- Service accounts: programs that act for people, and as whom and with what they may.

create table wf_service_account (
  tenant     varchar(40)  not null,
  id         varchar(40)  not null,
  name       varchar(200) not null,
  enabled    boolean      not null,
  persons    varchar(4000) not null,
  operations varchar(4000) not null,
  changed_at timestamp(6) with time zone not null,
  changed_by varchar(100) not null,
  version    bigint       not null,
  constraint wf_service_account_pk primary key (tenant, id)
);

-- Only the hash of a key is kept. One that has ended stays, since acts were done with it.
create table wf_service_key (
  tenant      varchar(40)  not null,
  id          varchar(40)  not null,
  account_id  varchar(40)  not null,
  secret_hash varchar(64)  not null,
  issued_at   timestamp(6) with time zone not null,
  issued_by   varchar(100) not null,
  expires_at  timestamp(6) with time zone not null,
  ended_at    timestamp(6) with time zone,
  ended_by    varchar(100),
  constraint wf_service_key_pk primary key (tenant, id),
  constraint wf_service_key_account foreign key (tenant, account_id) references wf_service_account (tenant, id)
);
create index wf_service_key_of_account on wf_service_key (tenant, account_id);

-- Through which service account an operation came that stands in no journal of an instance; null: the person came himself.
alter table wf_operation add column
  via varchar(40);

-- With what the tokens of a tenant are signed; made when it is first needed.
create table wf_signing_key (
  tenant     varchar(40) not null,
  purpose    varchar(20) not null,
  secret     varchar(64) not null,
  created_at timestamp(6) with time zone not null,
  constraint wf_signing_key_pk primary key (tenant, purpose)
);

-- Tokens in URLs that were given out, by their hash: one that stands here has not been used yet.
create table wf_entry_token (
  tenant     varchar(40) not null,
  token_hash varchar(64) not null,
  expires_at timestamp(6) with time zone not null,
  constraint wf_entry_token_pk primary key (tenant, token_hash)
);
create index wf_entry_token_expiry on wf_entry_token (tenant, expires_at);

-- The service account whose token opened the session; null: the person signed on himself.
alter table wf_session add column
  via varchar(40);

insert into wf_schema (version, applied_at) values (17, current_timestamp);
