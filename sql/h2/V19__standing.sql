-- Standing arrangements: how somebody stands in for another, and work that is to go from one person to another.

-- ACT_FOR: the deputy acts on the work of the principal; TRANSFER: new work of the principal goes to him. PENDING grants wait
-- for the deputy's word and count for nothing.
alter table wf_deputy add column
  mode varchar(10) default 'ACT_FOR' not null;
alter table wf_deputy add column
  state varchar(10) default 'ACCEPTED' not null;
alter table wf_deputy add column
  granted_by varchar(100);
alter table wf_deputy add column
  granted_at timestamp(6) with time zone;
alter table wf_deputy add column
  answered_at timestamp(6) with time zone;
alter table wf_deputy add column
  revoked_by varchar(100);
alter table wf_deputy add column
  note varchar(4000);
-- What goes to others by itself is read as a whole, every few seconds.
create index wf_deputy_mode on wf_deputy (tenant, mode, valid_to);

-- Work that one person is to hand over to another; nothing of it moves before the receiver takes it.
create table wf_handover (
  tenant      varchar(40)  not null,
  id          bigint       not null,
  giver       varchar(100) not null,
  receiver    varchar(100) not null,
  state       varchar(10)  not null,
  created_by  varchar(100) not null,
  created_at  timestamp(6) with time zone not null,
  closed_at   timestamp(6) with time zone,
  note        varchar(4000),
  primary key (tenant, id)
);
create index wf_handover_giver on wf_handover (tenant, giver, id);
create index wf_handover_receiver on wf_handover (tenant, receiver, id);

create table wf_handover_item (
  tenant       varchar(40)  not null,
  handover_id  bigint       not null,
  id           bigint       not null,
  instance_id  bigint       not null,
  state        varchar(10)  not null,
  new_item_id  bigint,
  code         varchar(40),
  reason       varchar(4000),
  primary key (tenant, handover_id, id)
);

-- By whom an item came: whoever sent the work there, or asked for it; he may urge it. Items of earlier versions have nobody here.
alter table wf_work_item add column
  sent_by varchar(100);
create index wf_work_item_sender on wf_work_item (tenant, sent_by, created_at, id);

-- Those who are gone are few; whose work is still open is found from them.
create index wf_person_gone on wf_person (tenant, enabled);
create index wf_person_until on wf_person (tenant, valid_to);

-- What somebody may urge because he started it.
create index wf_work_item_starter on wf_work_item (tenant, starter, hidden, created_at, id);

insert into wf_schema (version, applied_at) values (19, current_timestamp);
