-- Lists that stay fast: what a list is found and filtered by stands in the rows that it shows.

-- Of an open item what its list shows and filters by, so that no list looks at instances; hidden is 1 while the instance is deleted.
-- due_order is due_at, or the end of all days, and urgency the priority, or 0: what lists are sorted by has no gaps.
alter table wf_work_item add column
  definition_id bigint default 0 not null;
alter table wf_work_item add column
  title varchar(255) default '' not null;
alter table wf_work_item add column
  business_key varchar(200);
alter table wf_work_item add column
  starter varchar(100) default '' not null;
alter table wf_work_item add column
  due_order timestamp(6) with time zone default timestamp with time zone '9999-12-31 00:00:00+00:00' not null;
alter table wf_work_item add column
  urgency integer default 0 not null;
alter table wf_work_item add column
  hidden smallint default 0 not null;
update wf_work_item set due_order = coalesce(due_at, due_order), urgency = coalesce(priority, 0),
  definition_id = (select i.definition_id from wf_instance i where i.tenant = wf_work_item.tenant and i.id = wf_work_item.instance_id),
  title = (select i.title from wf_instance i where i.tenant = wf_work_item.tenant and i.id = wf_work_item.instance_id),
  business_key = (select i.business_key from wf_instance i where i.tenant = wf_work_item.tenant and i.id = wf_work_item.instance_id),
  starter = (select i.starter from wf_instance i where i.tenant = wf_work_item.tenant and i.id = wf_work_item.instance_id),
  hidden = (select case when i.state = 'DELETED' then 1 else 0 end from wf_instance i where i.tenant = wf_work_item.tenant and i.id = wf_work_item.instance_id)
  where exists (select 1 from wf_instance i where i.tenant = wf_work_item.tenant and i.id = wf_work_item.instance_id);
drop index wf_work_item_owner;
create index wf_work_item_owner   on wf_work_item (tenant, owner, hidden, created_at, id);
create index wf_work_item_due     on wf_work_item (tenant, owner, hidden, due_order, id);
create index wf_work_item_urgency on wf_work_item (tenant, owner, hidden, urgency, id);

-- Offers of what stands still or was deleted can be taken by nobody: their rows come back when it goes on.
delete from wf_candidate where not exists (select 1 from wf_work_item w where w.tenant = wf_candidate.tenant and w.id = wf_candidate.item_id
  and w.state = 'OFFERED' and w.hidden = 0);

-- The same of what is to be read.
alter table wf_read_item add column
  definition_id bigint default 0 not null;
alter table wf_read_item add column
  title varchar(255) default '' not null;
alter table wf_read_item add column
  business_key varchar(200);
alter table wf_read_item add column
  starter varchar(100) default '' not null;
alter table wf_read_item add column
  hidden smallint default 0 not null;
update wf_read_item set
  definition_id = (select i.definition_id from wf_instance i where i.tenant = wf_read_item.tenant and i.id = wf_read_item.instance_id),
  title = (select i.title from wf_instance i where i.tenant = wf_read_item.tenant and i.id = wf_read_item.instance_id),
  business_key = (select i.business_key from wf_instance i where i.tenant = wf_read_item.tenant and i.id = wf_read_item.instance_id),
  starter = (select i.starter from wf_instance i where i.tenant = wf_read_item.tenant and i.id = wf_read_item.instance_id),
  hidden = (select case when i.state = 'DELETED' then 1 else 0 end from wf_instance i where i.tenant = wf_read_item.tenant and i.id = wf_read_item.instance_id)
  where exists (select 1 from wf_instance i where i.tenant = wf_read_item.tenant and i.id = wf_read_item.instance_id);
-- What is in the archive stands in no list.
update wf_read_item set hidden = 1
  where not exists (select 1 from wf_instance i where i.tenant = wf_read_item.tenant and i.id = wf_read_item.instance_id);
drop index wf_read_item_reader;
create index wf_read_item_reader on wf_read_item (tenant, reader, hidden, state, sent_at, id);

-- Of a closed item when its instance was started, so that what somebody has handled and what he may read are one list in one
-- order. While an instance is deleted, its items are done by nobody.
alter table wf_work_item_closed add column
  started_at timestamp(6) with time zone default timestamp with time zone '1970-01-01 00:00:00+00:00' not null;
alter table wf_work_item_closed_archive add column
  started_at timestamp(6) with time zone default timestamp with time zone '1970-01-01 00:00:00+00:00' not null;
update wf_work_item_closed set
  started_at = (select i.started_at from wf_instance i where i.tenant = wf_work_item_closed.tenant and i.id = wf_work_item_closed.instance_id)
  where exists (select 1 from wf_instance i where i.tenant = wf_work_item_closed.tenant and i.id = wf_work_item_closed.instance_id);
update wf_work_item_closed_archive set
  started_at = (select i.started_at from wf_instance_archive i where i.tenant = wf_work_item_closed_archive.tenant and i.id = wf_work_item_closed_archive.instance_id)
  where exists (select 1 from wf_instance_archive i where i.tenant = wf_work_item_closed_archive.tenant and i.id = wf_work_item_closed_archive.instance_id);
update wf_work_item_closed set done_by = null where exists (select 1 from wf_instance i where i.tenant = wf_work_item_closed.tenant
  and i.id = wf_work_item_closed.instance_id and i.state = 'DELETED');
create index wf_closed_handled on wf_work_item_closed (tenant, done_by, started_at, instance_id);

-- Drafts by whom they are; a row leaves when the draft is handed in or deleted.
create table wf_draft (
  tenant      varchar(40)  not null,
  starter     varchar(100) not null,
  started_at  timestamp(6) with time zone not null,
  instance_id bigint       not null,
  primary key (tenant, starter, started_at, instance_id)
);
insert into wf_draft (tenant, starter, started_at, instance_id)
  select tenant, starter, started_at, id from wf_instance where state = 'DRAFT';

-- Who may read an instance only because its model says so, as candidates; of instances that no version since 18 has written there
-- are none.
create table wf_reader (
  tenant      varchar(40)  not null,
  reader      varchar(120) not null,
  started_at  timestamp(6) with time zone not null,
  instance_id bigint       not null,
  primary key (tenant, reader, started_at, instance_id)
);
create index wf_reader_instance on wf_reader (tenant, instance_id);

-- Values of the fields that a model declares to be looked for by (query="true"): a text, or a number, or a moment.
create table wf_query_field (
  tenant      varchar(40)  not null,
  instance_id bigint       not null,
  name        varchar(100) not null,
  text_value  varchar(200),
  number_value decimal(30, 10),
  time_value  timestamp(6) with time zone,
  primary key (tenant, instance_id, name)
);
create index wf_query_field_text   on wf_query_field (tenant, name, text_value, instance_id);
create index wf_query_field_number on wf_query_field (tenant, name, number_value, instance_id);
create index wf_query_field_time   on wf_query_field (tenant, name, time_value, instance_id);

insert into wf_schema (version, applied_at) values (18, current_timestamp);
