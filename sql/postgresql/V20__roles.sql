-- Roles for functions: what a tenant's own roles let their holders administer, and who holds which.

-- The four roles of the product stand in no row; rights are names with commas between them.
create table wf_role (
  tenant     varchar(40)  not null,
  code       varchar(40)  not null,
  name_zh    varchar(100) not null,
  name_en    varchar(100) not null,
  rights     varchar(4000) not null,
  changed_at timestamp(6) with time zone not null,
  changed_by varchar(100) not null,
  version    bigint       not null,
  constraint wf_role_pk primary key (tenant, code)
);

-- A holder is a person, group, department or post (user:li); a department and a category, where they are given, say how far it reaches.
create table wf_role_grant (
  tenant     varchar(40)  not null,
  id         bigint       not null,
  role_code  varchar(40)  not null,
  holder     varchar(120) not null,
  department varchar(64),
  category   varchar(400),
  granted_at timestamp(6) with time zone not null,
  granted_by varchar(100),
  constraint wf_role_grant_pk primary key (tenant, id)
);
create index wf_role_grant_holder on wf_role_grant (tenant, holder);
create index wf_role_grant_role on wf_role_grant (tenant, role_code);

-- Who was called an administrator holds all four roles of the product. Their grants have numbers below zero, which no others have.
insert into wf_role_grant (tenant, id, role_code, holder, granted_at)
  select p.tenant, -row_number() over (partition by p.tenant order by p.id, r.code), r.code, concat('user:', p.id), current_timestamp
  from wf_person p cross join (select 'SYSTEM_ADMIN' as code union all select 'SECURITY_ADMIN' as code
    union all select 'AUDIT_ADMIN' as code union all select 'PROCESS_ADMIN' as code) r
  where p.administrator = true;
alter table wf_person drop column administrator;

-- What administrators did that stands in no journal of an instance: a chain of its own for each tenant.
create table wf_admin_act (
  tenant      varchar(40)  not null,
  seq         bigint       not null,
  happened_at timestamp(6) with time zone not null,
  op_id       varchar(64),
  operation   varchar(60)  not null,
  about       varchar(400),
  actor       varchar(100) not null,
  via         varchar(40),
  channel     varchar(10)  not null,
  client_ip   varchar(64),
  content     varchar(4000),
  algorithm   varchar(10)  not null,
  hash        varchar(64)  not null,
  constraint wf_admin_act_pk primary key (tenant, seq)
);
create index wf_admin_act_actor on wf_admin_act (tenant, actor, seq);

-- Where that chain ends, so that a cut tail is seen, too.
create table wf_admin_chain (
  tenant varchar(40) not null,
  chain_length bigint not null,
  hash   varchar(64) not null,
  constraint wf_admin_chain_pk primary key (tenant)
);

-- With what somebody signs off where he was signed on.
alter table wf_session add column
  logout_hint varchar(8000);

insert into wf_schema (version, applied_at) values (20, current_timestamp);
