-- Deputy heads of a department, of whom there may be several; the head and the superior leader stand in the department itself.
create table wf_department_deputy (
  tenant     varchar(40)                 not null,
  owner_id   varchar(64)                 not null,
  person_id  varchar(64)                 not null,
  valid_from datetime(6)                 not null,
  valid_to   datetime(6),
  constraint wf_department_deputy_pk primary key (tenant, owner_id, person_id),
  constraint wf_department_deputy_owner foreign key (tenant, owner_id) references wf_department (tenant, id),
  constraint wf_department_deputy_person foreign key (tenant, person_id) references wf_person (tenant, id)
) engine = innodb, character set = utf8mb4, collate = utf8mb4_nopad_bin;

-- In which of his departments somebody has handled an item, where he has said so.
alter table wf_work_item_closed add column
  handled_in varchar(64);
alter table wf_work_item_closed_archive add column
  handled_in varchar(64);

-- Who has got the work of a step last that goes round among people.
create table wf_rotation (
  tenant    varchar(40)  not null,
  def_key   varchar(100) not null,
  node_id   varchar(100) not null,
  person_id varchar(100) not null,
  constraint wf_rotation_pk primary key (tenant, def_key, node_id)
) engine = innodb, character set = utf8mb4, collate = utf8mb4_nopad_bin;

insert into wf_schema (version, applied_at) values (16, utc_timestamp(6));
