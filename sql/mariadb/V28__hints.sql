-- Tokens of providers stood here in the clear; whoever is signed on now signs off here alone.
update wf_session set logout_hint = null where logout_hint is not null;

insert into wf_schema (version, applied_at) values (28, utc_timestamp(6));
