-- On which terms an item is to be handled: until when, when to look at it again, how urgent it is, with which form.
alter table wf_work_item add column
  due_at datetime(6);
alter table wf_work_item add column
  follow_up_at datetime(6);
alter table wf_work_item add column
  priority integer;
alter table wf_work_item add column
  form_key varchar(400);
alter table wf_work_item_closed add column
  due_at datetime(6);
alter table wf_work_item_closed add column
  priority integer;

insert into wf_schema (version, applied_at) values (5, utc_timestamp(6));
