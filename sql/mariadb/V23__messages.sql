-- What leaves after the commit, and what people are told.

-- Nothing has ever taken rows out of the outbox, and nobody is to be told now of what happened years ago: it begins anew. A
-- row is named by its row of the journal, so that those of one instance lie side by side in their order; what is in no journal
-- has instance 0, an id of the sequence, and a body.
drop table wf_outbox;
create table wf_outbox (
  tenant      varchar(40)  not null,
  instance_id bigint       not null,
  seq         bigint       not null,
  created_at  datetime(6) not null,
  lease_until datetime(6) not null,
  attempts    integer      not null,
  told        integer      not null,
  body        longtext,
  primary key (tenant, instance_id, seq)
) engine = innodb, character set = utf8mb4, collate = utf8mb4_nopad_bin;

-- One message to one person over one channel about one thing that happened.
create table wf_notice (
  tenant      varchar(40)  not null,
  id          bigint       not null,
  person      varchar(100) not null,
  channel     varchar(20)  not null,
  kind        varchar(20)  not null,
  action      varchar(10)  not null,
  instance_id bigint       not null,
  item_id     bigint       not null,
  occasion    bigint       not null,
  state       varchar(10)  not null,
  subject     varchar(1000) not null,
  body        varchar(8000) not null,
  attempts    integer      not null,
  last_error  varchar(1000),
  created_at  datetime(6) not null,
  due_at      datetime(6),
  sent_at     datetime(6),
  read_at     datetime(6),
  bundle      bigint,
  primary key (tenant, id)
) engine = innodb, character set = utf8mb4, collate = utf8mb4_nopad_bin;
-- Told once; and what was told of an item is found when the item is gone.
create unique index wf_notice_once on wf_notice (tenant, instance_id, item_id, occasion, person, channel, kind, action);
create index wf_notice_person on wf_notice (tenant, person, channel, state, id);
create index wf_notice_state on wf_notice (tenant, state, id);

-- A tenant's own words instead of the built-in ones.
create table wf_notice_template (
  tenant      varchar(40)  not null,
  kind        varchar(20)  not null,
  channel     varchar(20)  not null,
  locale      varchar(5)   not null,
  subject     varchar(1000) not null,
  body        varchar(4000) not null,
  primary key (tenant, kind, channel, locale)
) engine = innodb, character set = utf8mb4, collate = utf8mb4_nopad_bin;

-- How somebody wants to be told.
create table wf_notice_wish (
  tenant      varchar(40)  not null,
  person      varchar(100) not null,
  body        varchar(4000) not null,
  primary key (tenant, person)
) engine = innodb, character set = utf8mb4, collate = utf8mb4_nopad_bin;

-- How many messages of his own somebody has sent in an hour, counted from 1970 on.
create table wf_notice_rate (
  tenant      varchar(40)  not null,
  person      varchar(100) not null,
  hour_no     bigint       not null,
  sent        integer      not null,
  primary key (tenant, person)
) engine = innodb, character set = utf8mb4, collate = utf8mb4_nopad_bin;

insert into wf_schema (version, applied_at) values (23, utc_timestamp(6));
