-- What is written most often, in fewer bytes.

-- What a journal row tells, packed (class Packed); its body is empty then. The hash is over the text, packed or not, and rows
-- of earlier versions stay as they are.
alter table wf_journal add column
  packed bytea;
alter table wf_journal_archive add column
  packed bytea;

-- Of an instance, what changes with every operation, packed, and behind it at the end of the row what mostly stays:
-- PostgreSQL does not log that again. Where both are empty, content counts, or body, until the instance is written again.
alter table wf_instance add column
  moving bytea;
alter table wf_instance add column
  lasting text;
alter table wf_instance_archive add column
  moving bytea;
alter table wf_instance_archive add column
  lasting text;

insert into wf_schema (version, applied_at) values (12, current_timestamp);
