package wf.org;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import wf.runtime.StandIns;
import wf.setting.Setting;
import wf.setting.Settings;
import wf.store.Transactions;

/**
 * Every tenant's grants by which work goes to deputies by itself, in memory: whoever makes work asks for each of its holders, and
 * an operation costs no statement for it. Like the organisation they are looked at again every few seconds by one caller, in his
 * own transaction. A grant begins and ends to the second; one that is named or revoked meanwhile counts at once on the node where
 * that happened, and within seconds on the others.
 */
@Singleton
public class Forwardings {

    private final Deputies deputies;
    private final Transactions transactions;
    private final InstantSource clock;
    private final Duration pause;
    private final Map<String, Known> known = new ConcurrentHashMap<>();

    /** @param until when they are looked at again */
    private record Known(Map<String, List<DeputyRow>> byPrincipal, Instant until) { }

    @Inject
    public Forwardings(Deputies deputies, Transactions transactions, InstantSource clock, Settings settings) {
        this.deputies = deputies;
        this.transactions = transactions;
        this.clock = clock;
        this.pause = settings.time(Setting.ORG_CHECK_SECONDS, ChronoUnit.SECONDS);
    }

    /** Those of a tenant; they are looked for when somebody is asked for. */
    public StandIns of(String tenant) {
        return (person, definitionKey, nodeId, at) -> now(tenant).getOrDefault(person, List.of()).stream()
                .filter(g -> g.isValidAt(at) && g.covers(definitionKey, nodeId)).findFirst().map(g -> new StandIns.StandIn(g.id, g.deputy));
    }

    private Map<String, List<DeputyRow>> now(String tenant) {
        Instant now = clock.instant();
        Known last = known.get(tenant);
        if (last != null && now.isBefore(last.until())
                || last != null && !known.replace(tenant, last, new Known(last.byPrincipal(), now.plus(pause)))) {
            return last.byPrincipal();
        }
        Known read = transactions.required(() -> new Known(deputies.transferring(tenant, now).stream()
                .collect(Collectors.groupingBy(g -> g.principal)), now.plus(pause)));
        known.put(tenant, read);
        return read.byPrincipal();
    }

    /** Has the next caller on this node look at once; for whoever has changed a grant, when that is committed. */
    public void changed(String tenant) {
        known.remove(tenant);
    }
}
