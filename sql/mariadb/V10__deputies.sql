-- Who stands in for whom.

-- A person acts on the work of another while such a grant counts; without a definition on the work of every process, without
-- a node at every step. A grant that was revoked stays, since the journal names acts that were done by it.
create table wf_deputy (
  tenant     varchar(40)  not null,
  id         bigint       not null,
  principal  varchar(100) not null,
  deputy     varchar(100) not null,
  def_key    varchar(100),
  node_id    varchar(100),
  valid_from datetime(6) not null,
  valid_to   datetime(6),
  revoked_at datetime(6),
  primary key (tenant, id)
) engine = innodb, character set = utf8mb4, collate = utf8mb4_nopad_bin;
create index wf_deputy_deputy on wf_deputy (tenant, deputy, principal);
create index wf_deputy_principal on wf_deputy (tenant, principal);

insert into wf_schema (version, applied_at) values (10, utc_timestamp(6));
