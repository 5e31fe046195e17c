-- What is looked for among what leaves after the commit.

-- What a channel that has a message, or gets it just now, is told when the message is about nothing any more.
alter table wf_notice add column
  gone_as varchar(10);
-- What was told long ago, of one tenant after the other.
create index wf_notice_age on wf_notice (tenant, created_at);
-- An attempt was counted while the broker was away, too; now so many failures are the end.
update wf_outbox set attempts = 0;
-- What a node has left lying, of whichever tenant, as with jobs that are due.
create index wf_outbox_lease on wf_outbox (lease_until);

insert into wf_schema (version, applied_at) values (27, utc_timestamp(6));
