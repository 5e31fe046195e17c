package wf.bench.load;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;

/**
 * One of the people. He looks at his list, opens the first of his work and hands it in; when there is none he begins something
 * new, which two others will have to work on. So there is always as much to do as there are people.
 */
final class Visitor {

    private final int number;
    private final int people;
    private final Rest rest;
    private final ScheduledExecutorService clock;
    private final long think;
    private volatile String session;

    /** @param think milliseconds between an answer and the next request */
    Visitor(int number, int people, Rest rest, ScheduledExecutorService clock, long think) {
        this.number = number;
        this.people = people;
        this.rest = rest;
        this.clock = clock;
        this.think = think;
    }

    static String name(int number) {
        return "load" + number;
    }

    void come() {
        rest.signOn(name(number), cookie -> {
            session = cookie;
            think(cookie == null ? this::come : this::look);
        });
    }

    boolean isHere() {
        return session != null;
    }

    private void think(Runnable next) {
        try {
            clock.schedule(next, think, TimeUnit.MILLISECONDS);
        } catch (RejectedExecutionException e) {
            // It is time to go home.
        }
    }

    private void look() {
        rest.get(Kind.LIST, session, "/worklists/todo", page -> think(() -> choose(page.path("items"))));
    }

    private void choose(JsonNode items) {
        if (!items.isEmpty()) {
            open(items.get(0).path("id").asLong(), items.get(0).path("nodeId").asText());
        } else if (ThreadLocalRandom.current().nextInt(4) == 0) {
            rest.get(Kind.LIST, session, "/worklists/done", page -> think(this::create));
        } else {
            create();
        }
    }

    private void open(long item, String node) {
        rest.post(Kind.OPEN, session, "/workitems/" + item + "/open", Map.of(), opened -> think(() -> submit(item, node)));
    }

    private void submit(long item, String node) {
        Kind kind = node.equals("sign") ? Kind.FINAL_SUBMIT : Kind.SUBMIT;
        rest.post(kind, session, "/workitems/" + item + "/submit", Map.of("opId", id(), "opinion", "Agreed; please go on.",
                "variables", List.of(variable("approved", "BOOLEAN", "true"))), answer -> think(this::look));
    }

    private void create() {
        rest.post(Kind.CREATE, session, "/instances", Map.of("opId", id(), "definitionKey", "load", "title", "Purchase of " + name(number), "variables", List.of(
                variable("reviewer", "STRING", somebody()), variable("signer", "STRING", somebody()),
                variable("reason", "STRING", "Replacement of equipment that has been in use for longer than was planned"))), answer -> think(this::look));
    }

    private String somebody() {
        return name(ThreadLocalRandom.current().nextInt(people));
    }

    private static String id() {
        return UUID.randomUUID().toString();
    }

    private static Map<String, String> variable(String name, String type, String value) {
        return Map.of("name", name, "type", type, "value", value);
    }
}
