-- What a tenant says about identities (what people can be to work and instances): how much each weighs, what it may do, who
-- holds it by a rule. Of an identity without a row it says nothing, and the product's own word holds.

create table wf_identity (
  tenant       varchar(40)   not null,
  code         varchar(20)   not null,
  priority     integer       not null,
  operations   varchar(2000) not null,
  form_mode    varchar(10)   not null,
  name_zh      varchar(100),
  name_en      varchar(100),
  appointments longtext not null,
  changed_at   datetime(6) not null,
  changed_by   varchar(100)  not null,
  primary key (tenant, code)
) engine = innodb, character set = utf8mb4, collate = utf8mb4_nopad_bin;
create unique index wf_identity_priority on wf_identity (tenant, priority);

insert into wf_schema (version, applied_at) values (14, utc_timestamp(6));
