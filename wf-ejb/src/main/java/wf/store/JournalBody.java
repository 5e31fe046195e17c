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
 */
public record JournalBody(List<Event> events, Vote vote, String reason) {

    /** @param rowTime when the row's operation happened: the time of whatever names none */
    public String text(Instant rowTime) {
        return Json.write(this, rowTime);
    }

    public static JournalBody of(String text, Instant rowTime) {
        return Json.readJournal(text, rowTime);
    }
}
