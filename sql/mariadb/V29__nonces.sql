-- Messages with a UsernameToken that have come, by the hash of person and nonce; one that stands here is refused.
create table wf_used_nonce (
  tenant     varchar(40) not null,
  token_hash varchar(64) not null,
  expires_at datetime(6) not null,
  constraint wf_used_nonce_pk primary key (tenant, token_hash)
) engine = innodb, character set = utf8mb4, collate = utf8mb4_nopad_bin;
create index wf_used_nonce_expiry on wf_used_nonce (tenant, expires_at);

insert into wf_schema (version, applied_at) values (29, utc_timestamp(6));
