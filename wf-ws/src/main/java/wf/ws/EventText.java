package wf.ws;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.concurrent.ThreadLocalRandom;
import wf.stream.ListName;
import wf.stream.ListStreams;
import wf.stream.News;

/** News as the format of server-sent events has it (WHATWG HTML, 9.2). */
final class EventText {

    private static final int SOONEST = 2_000;
    private static final int LATEST = 7_000;

    private EventText() { }

    /** When to come again if this breaks off: not everybody at the same moment, when a node was started anew. */
    static String beginning() {
        return "retry: " + ThreadLocalRandom.current().nextInt(SOONEST, LATEST) + "\n\n";
    }

    static String of(News news) {
        StringBuilder text = new StringBuilder();
        if (news.all()) {
            text.append("event: all\ndata: {\"at\":\"").append(at(news)).append("\"}\n");
        }
        for (ListName list : news.lists()) {
            separate(text);
            text.append("event: ").append(list.path()).append("\ndata: {\"list\":\"").append(list).append("\",\"at\":\"").append(at(news)).append("\"}\n");
        }
        if (text.isEmpty()) {
            text.append(": still there\n");
        }
        // Only behind the last of them everything has been said up to this moment.
        return text.append("id: ").append(ListStreams.id(news)).append("\n\n").toString();
    }

    private static void separate(StringBuilder text) {
        if (!text.isEmpty()) {
            text.append('\n');
        }
    }

    private static Instant at(News news) {
        return news.at().truncatedTo(ChronoUnit.MILLIS);
    }
}
