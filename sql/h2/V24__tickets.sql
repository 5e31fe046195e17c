-- Jobs in batches, and work that is handed in to be carried out later.

-- Who works on a row, and the how manieth to do so: whoever comes back after another took it over has an older epoch, and
-- writes nothing.
alter table wf_job add column
  lease_owner varchar(100);
alter table wf_job add column
  lease_epoch integer default 0 not null;
-- Whether somebody works on a job of the same instance now; also for whoever looks for all of an instance.
drop index wf_job_instance;
create index wf_job_held on wf_job (tenant, instance_id, lease_until);

-- What somebody handed in without waiting for it, and what came of it (1.7). The request goes when it is over.
create table wf_ticket (
  tenant       varchar(40)  not null,
  id           bigint       not null,
  state        varchar(10)  not null,
  operation    varchar(40)  not null,
  op_id        varchar(64)  not null,
  fingerprint  varchar(64)  not null,
  person       varchar(100) not null,
  service      varchar(100),
  language     varchar(20)  not null,
  channel      varchar(10)  not null,
  address      varchar(100),
  instance_id  bigint       not null,
  work_item_id bigint       not null,
  accepted_at  timestamp(6) with time zone not null,
  ended_at     timestamp(6) with time zone,
  code         varchar(40),
  message      varchar(4000),
  request      varchar(10000000),
  reply        varchar(10000000),
  primary key (tenant, id)
);
create unique index wf_ticket_op       on wf_ticket (tenant, op_id);
create index        wf_ticket_instance on wf_ticket (tenant, instance_id, id);
create index        wf_ticket_ended    on wf_ticket (tenant, ended_at, id);

-- Which services of which nodes an operator has stopped or started last (5.2); the tenant is that of the operators.
create table wf_service (
  tenant     varchar(40)  not null,
  node       varchar(100) not null,
  service    varchar(30)  not null,
  running    integer      not null,
  changed_by varchar(100) not null,
  changed_at timestamp(6) with time zone not null,
  primary key (tenant, node, service)
);

insert into wf_schema (version, applied_at) values (24, current_timestamp);
