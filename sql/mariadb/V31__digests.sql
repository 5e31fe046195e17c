-- The secret of a key, sealed under a master key that only the configuration knows; null for keys of which no digests are taken.
alter table wf_service_key add column sealed_secret varchar(400);

insert into wf_schema (version, applied_at) values (31, utc_timestamp(6));
