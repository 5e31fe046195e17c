-- What operations leave on items: who asked for one, how long it stands still, and with which vote it was closed.
alter table wf_work_item add column
  asked_by bigint;
alter table wf_work_item add column
  paused_state varchar(20);
alter table wf_work_item add column
  paused_at timestamp(6) with time zone;
alter table wf_work_item add column
  paused_with smallint default 0 not null;
alter table wf_work_item_closed add column
  asked_by bigint;
alter table wf_work_item_closed add column
  vote varchar(20);

-- What can be looked back at: nodes with an effect outside, and the tally with which a signing round ended.
alter table wf_trail add column
  automatic smallint default 0 not null;
alter table wf_trail add column
  round varchar(2000);

-- A copy of the model that belongs to one instance alone; its version is below zero.
alter table wf_definition add column
  instance_id bigint;

insert into wf_schema (version, applied_at) values (8, current_timestamp);
