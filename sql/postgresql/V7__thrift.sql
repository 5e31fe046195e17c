-- Less to write for each operation.

-- The row of an operation in the journal is also its idempotency record: who asks again under its id with the same
-- fingerprint gets the first reply, made of the row itself. sole is 1 in such rows and null in all others, which no unique
-- key minds: rows of earlier versions, of the engine itself, and of one operation on many instances, which share its id.
-- Both may be set to null after 30 days; no hash is over them. wf_operation keeps the replies of operations on no one
-- instance, and those of earlier versions for their 30 days.
alter table wf_journal add column payload_hash varchar(32);
alter table wf_journal add column sole smallint;
create unique index wf_journal_operation on wf_journal (tenant, op_id, sole);

-- A row of the outbox names its row of the journal and repeats nothing of it, so its body is empty; those of earlier
-- versions have a body and no seq.
alter table wf_outbox add column seq bigint;

-- What was the body, at the end of the row: PostgreSQL logs no end of a row again that stays as it was. A body that is not
-- empty counts until its instance is written the next time.
alter table wf_instance add column
  content text;

insert into wf_schema (version, applied_at) values (7, current_timestamp);
