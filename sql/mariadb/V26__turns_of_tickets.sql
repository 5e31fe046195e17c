-- Tickets in the order in which the database got them, and operation ids of tickets that failed.

-- What was handed in for one instance over several nodes is carried out in its order, and their clocks differ.
create sequence wf_ticket_turn;
alter table wf_ticket add column
  turn bigint default nextval(wf_ticket_turn) not null;
-- What waits already comes before all that is new, and among itself by those clocks.
update wf_ticket set turn = 0;

-- What has failed counts as not done, so that its operation id can be used again: the ticket keeps it, beside its own id.
alter table wf_ticket add column
  lapsed bigint default 0 not null;
update wf_ticket set lapsed = id where state = 'FAILED';
drop index wf_ticket_op on wf_ticket;
create unique index wf_ticket_op on wf_ticket (tenant, op_id, lapsed);

insert into wf_schema (version, applied_at) values (26, utc_timestamp(6));
