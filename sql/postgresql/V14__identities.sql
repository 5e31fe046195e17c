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
  appointments text not null,
  changed_at   timestamp(6) with time zone not null,
  changed_by   varchar(100)  not null,
  primary key (tenant, code)
);
create unique index wf_identity_priority on wf_identity (tenant, priority);

insert into wf_schema (version, applied_at) values (14, current_timestamp);
