package wf.relay;

import java.util.List;
import wf.instance.Event;
import wf.store.JournalRow;
import wf.store.OutboxRow;
import wf.store.Telling;

/**
 * A row of the outbox with what it tells.
 *
 * @param journal null where it is in no journal, or its row has gone since
 * @param events what the journal's row says
 * @param telling what is in no journal, else null
 */
public record Told(OutboxRow row, JournalRow journal, List<Event> events, Telling telling) { }
