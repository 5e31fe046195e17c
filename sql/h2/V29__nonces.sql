-- Messages with a UsernameToken that have come, by the hash of person and nonce; one that stands here is refused.
create table wf_used_nonce (
  tenant     varchar(40) not null,
  token_hash varchar(64) not null,
  expires_at timestamp(6) with time zone not null,
  constraint wf_used_nonce_pk primary key (tenant, token_hash)
);
create index wf_used_nonce_expiry on wf_used_nonce (tenant, expires_at);

insert into wf_schema (version, applied_at) values (29, current_timestamp);
