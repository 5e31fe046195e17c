-- Categories of definitions, and definitions that are designs only.

-- A category is its path, names with a slash between them: what stands in a definition is what is listed, and no order of
-- writes can make a circle. The texts of earlier versions are such paths already; they get room to grow.
alter table wf_definition add column category_path varchar(400);
update wf_definition set category_path = category;
alter table wf_definition drop column category;

-- False for a process that says itself that nobody is to execute it: it is kept as a design and never released.
alter table wf_definition add column executable boolean default true not null;

-- What a category needs to be there without definitions, and in which order it stands among its siblings.
create table wf_category (
  tenant  varchar(40)  not null,
  path    varchar(400) not null,
  sort_no integer      not null,
  primary key (tenant, path)
);
insert into wf_category (tenant, path, sort_no) select distinct tenant, category_path, 0 from wf_definition where trim(category_path) <> '';

insert into wf_schema (version, applied_at) values (3, current_timestamp);
