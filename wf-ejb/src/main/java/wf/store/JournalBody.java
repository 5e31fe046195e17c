package wf.store;

import java.time.Instant;
import java.util.List;
import wf.contract.Vote;
import wf.instance.Event;

/**
 * What of a journal row is read as a whole: the events, from which the instance can be built again.
 *
 * @param vote the vote that was cast, or null
 * @param reason the reason of an early end, or null
 * @param identities as what the actor did it (§1.2); empty for what the engine does, and in rows of earlier versions
 * @param via the service account that acted for the actor, or let him in; null where he came himself
 */
public record JournalBody(List<Event> events, Vote vote, String reason, List<String> identities, String via) {

    public JournalBody {
        identities = identities == null ? List.of() : List.copyOf(identities);
    }

    public JournalBody(List<Event> events, Vote vote, String reason) {
        this(events, vote, reason, null, null);
    }

    /** @param rowTime when the row's operation happened: the time of whatever names none */
    public String text(Instant rowTime) {
        return Json.write(this, rowTime);
    }

    public static JournalBody of(String text, Instant rowTime) {
        return Json.readJournal(text, rowTime);
    }

}
