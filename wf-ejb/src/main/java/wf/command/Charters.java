package wf.command;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import wf.operation.Charter;
import wf.operation.Standing;
import wf.setting.Setting;
import wf.setting.Settings;
import wf.store.IdentityStore;
import wf.store.Transactions;

/**
 * Every tenant's charter in memory. Like the organisation it is looked at again every few seconds by one caller, in his own
 * transaction, so that an operation costs no statement for it and nodes agree within seconds.
 */
@Singleton
public class Charters {

    private final Kernel kernel;
    private final IdentityStore store;
    private final Transactions transactions;
    private final InstantSource clock;
    private final Duration pause;
    private final Map<String, Known> known = new ConcurrentHashMap<>();

    /**
     * @param categories of definitions, by their keys; read only where a rule asks for them
     * @param until when it is looked at again
     */
    private record Known(Charter charter, Map<String, String> categories, Instant until) { }

    @Inject
    public Charters(Kernel kernel, IdentityStore store, Transactions transactions, InstantSource clock, Settings settings) {
        this.kernel = kernel;
        this.store = store;
        this.transactions = transactions;
        this.clock = clock;
        this.pause = settings.time(Setting.ORG_CHECK_SECONDS, ChronoUnit.SECONDS);
    }

    /** As it is now, or was a few seconds ago. */
    public Charter of(String tenant) {
        return now(tenant).charter();
    }

    /** Where a definition stands, as far as rules ask for it; else null. */
    String category(String tenant, String definitionKey) {
        return now(tenant).categories().get(definitionKey);
    }

    private Known now(String tenant) {
        Instant now = clock.instant();
        Known last = known.get(tenant);
        if (last != null && now.isBefore(last.until())
                || last != null && !known.replace(tenant, last, new Known(last.charter(), last.categories(), now.plus(pause)))) {
            return last;
        }
        Known read = transactions.required(() -> read(tenant, now.plus(pause)));
        known.put(tenant, read);
        return read;
    }

    private Known read(String tenant, Instant until) {
        Charter charter = stored(tenant);
        return new Known(charter, charter.asksForCategories() ? store.categories(tenant) : Map.of(), until);
    }

    /** As the database has it: for whoever changes it. */
    Charter stored(String tenant) {
        Charter charter = kernel.charter();
        for (Standing said : store.all(tenant)) {
            charter = charter.with(said);
        }
        return charter;
    }

    /** Has the next caller on this node look at once; for whoever has changed it, when that is committed. */
    void changed(String tenant) {
        known.remove(tenant);
    }
}
