package wf.audit;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.atomic.AtomicLong;
import java.util.logging.Logger;
import java.util.stream.Collectors;
import wf.access.Caller;
import wf.store.ItemPlaces;
import wf.store.Transactions;

/**
 * Takes notes of attempts and writes them a moment later, many in one transaction. A refused attempt has rolled its own
 * transaction back, and a chain that every caller had to wait for would make a queue of all of them; so the notes wait in memory
 * for the next tick, and a node that dies loses those of its last second. What was done beside an instance stands in rows of its
 * own all the same. Whoever calls faster than the notes can be written does not stop the others: what had no room is counted,
 * and the log says how many are missing.
 */
@Singleton
public class AccessLog {

    private static final Logger LOG = Logger.getLogger(AccessLog.class.getName());
    private static final int MOST = 20_000;
    private static final int PORTION = 500;
    private final Chains chains;
    private final ItemPlaces places;
    private final Transactions transactions;
    private final BlockingQueue<Attempt> waiting = new ArrayBlockingQueue<>(MOST);
    private final AtomicLong lost = new AtomicLong();
    private final Map<String, Chain> open = new HashMap<>();
    private List<Attempt> taken = new ArrayList<>();

    @Inject
    public AccessLog(Chains chains, ItemPlaces places, Transactions transactions) {
        this.chains = chains;
        this.places = places;
        this.transactions = transactions;
    }

    /** Costs the caller nothing. */
    public void note(Attempt attempt) {
        if (!waiting.offer(attempt)) {
            lost.incrementAndGet();
        }
    }

    /**
     * Writes what waits; without any, no statement is sent.
     *
     * @throws RuntimeException when the database does not take it; the next call tries again, on new chains
     */
    public synchronized void write() {
        while (!taken.isEmpty() || !waiting.isEmpty()) {
            waiting.drainTo(taken, PORTION - taken.size());
            writeTaken();
        }
        tellLost();
    }

    private void writeTaken() {
        Map<String, List<Attempt>> byTenant = taken.stream().collect(Collectors.groupingBy(a -> a.caller().tenant()));
        try {
            Map<String, Chain> longer = transactions.required(() -> {
                Map<String, Chain> ends = new HashMap<>();
                byTenant.forEach((tenant, attempts) -> ends.put(tenant, chains.append(tenant, open.get(tenant), located(tenant, attempts))));
                return ends;
            });
            open.putAll(longer);
            taken = new ArrayList<>();
        } catch (RuntimeException e) {
            // Whether it is stored is not known after every failure, and a chain has one end.
            byTenant.keySet().forEach(open::remove);
            throw e;
        }
    }

    /** A call that names an item is about its instance too: whoever looks at that one is told. */
    private List<Attempt> located(String tenant, List<Attempt> attempts) {
        Set<Long> items = attempts.stream().filter(a -> a.instanceId() == null && a.workItemId() != null).map(Attempt::workItemId).collect(Collectors.toSet());
        Map<Long, Long> instances = places.instances(tenant, items);
        return attempts.stream().map(a -> a.instanceId() == null && instances.containsKey(a.workItemId()) ? a.at(instances.get(a.workItemId())) : a).toList();
    }

    private void tellLost() {
        long count = lost.getAndSet(0);
        if (count > 0) {
            LOG.warning(() -> count + " attempts came faster than the access log could be written, and are not in it");
            open.keySet().forEach(tenant -> note(new Attempt(new Caller(tenant, "system", "ENGINE", null, Locale.ENGLISH), chains.now(), "accessLog", null,
                    "INCOMPLETE", count + " attempts of all tenants of this node are missing before this row", null, null)));
        }
    }

    /** Removes what is kept long enough; a portion, and answers whether there is more. */
    public synchronized boolean forget() {
        return transactions.required(() -> chains.forget(open.values()));
    }
}
