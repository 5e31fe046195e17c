-- Lists that have changed, for other nodes whose people listen (decision 0047); forgotten after minutes. Nothing is written while nobody listens.
create table wf_list_news (
  tenant  varchar(40) not null,
  id      bigint      not null,
  teller  varchar(40) not null,
  told_at timestamp(6) with time zone not null,
  body    text not null,
  primary key (tenant, id)
);
-- Over all tenants: a node asks once a second what the others have told since.
create index wf_list_news_time on wf_list_news (told_at);

-- Nodes that have listeners, of the tenant that keeps the installation, by the name that each gives itself for as long as it runs.
create table wf_list_listener (
  tenant   varchar(40) not null,
  listener varchar(40) not null,
  until_at timestamp(6) with time zone not null,
  primary key (tenant, listener)
);

insert into wf_schema (version, applied_at) values (30, current_timestamp);
