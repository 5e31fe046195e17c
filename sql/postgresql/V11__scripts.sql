-- Scripts that models name and administrators run (F27). A version once stored never changes, so that a journal which
-- names it and its hash can be read at any time.

create table wf_script (
  tenant    varchar(40)  not null,
  name      varchar(100) not null,
  version   integer      not null,
  source    text not null,
  hash      varchar(64)  not null,
  stored_at timestamp(6) with time zone not null,
  stored_by varchar(100) not null,
  primary key (tenant, name, version)
);

insert into wf_schema (version, applied_at) values (11, current_timestamp);
