-- Where people, departments, groups and posts come from that are loaded from elsewhere (class OrgBuilder); null: from here.
alter table wf_person add column
  source varchar(40);
alter table wf_department add column
  source varchar(40);
alter table wf_group add column
  source varchar(40);
alter table wf_post add column
  source varchar(40);

insert into wf_schema (version, applied_at) values (15, utc_timestamp(6));
