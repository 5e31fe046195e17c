package wf.org;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.locks.ReentrantLock;
import wf.runtime.Directories;
import wf.setting.Setting;
import wf.setting.Settings;
import wf.store.Transactions;

/**
 * Every tenant's organisation in memory, and when to read it anew.
 *
 * <p>At most every few seconds one caller compares one number with the database; while he reads a changed organisation
 * the others go on with the snapshot they have. So nodes agree within seconds, and a decision costs no statement. The
 * reading takes place in the caller's transaction, since a second connection could hang a pool that is used up; whoever
 * changes the organisation must therefore not ask for a snapshot in the same transaction.
 */
@Singleton
public class Organisation implements Directories {
    private static final System.Logger LOG = System.getLogger(Organisation.class.getName());

    private final OrgStore store;
    private final Transactions transactions;
    private final Duration pause;
    private final InstantSource clock;
    private final Map<String, Entry> entries = new ConcurrentHashMap<>();

    @Inject
    public Organisation(OrgStore store, Transactions transactions, Settings settings) {
        this(store, transactions, settings, InstantSource.system());
    }

    /** With a clock of its own, for tests. */
    public Organisation(OrgStore store, Transactions transactions, Settings settings, InstantSource clock) {
        this.store = store;
        this.transactions = transactions;
        this.pause = settings.time(Setting.ORG_CHECK_SECONDS, ChronoUnit.SECONDS);
        this.clock = clock;
    }

    /** The organisation of a tenant as it is now, or was a few seconds ago; empty for an unknown tenant. */
    @Override
    public OrgSnapshot of(String tenant) {
        Entry entry = entries.get(tenant);
        if (entry == null || entry.snapshot == OrgSnapshot.NONE) {
            return first(tenant);
        }
        if (entry.isDue() && entry.lock.tryLock()) {
            try {
                entry.refresh();
            } finally {
                entry.lock.unlock();
            }
        }
        return entry.snapshot;
    }

    /** Has the next caller look for a change at once; for whoever has committed one on this node. */
    public void changed(String tenant) {
        Entry entry = entries.get(tenant);
        if (entry != null) {
            entry.lookAt = Instant.MIN;
        }
    }

    /** Unknown tenants are not kept: their names come from outside and have no end. */
    private OrgSnapshot first(String tenant) {
        if (!TenantName.isPossible(tenant) || transactions.required(() -> store.version(tenant)) == 0) {
            return OrgSnapshot.NONE;
        }
        Entry entry = entries.computeIfAbsent(tenant, Entry::new);
        entry.lock.lock();
        try {
            if (entry.snapshot == OrgSnapshot.NONE) {
                entry.read();
            }
            return entry.snapshot;
        } finally {
            entry.lock.unlock();
        }
    }

    private final class Entry {
        private final String tenant;
        private final ReentrantLock lock = new ReentrantLock();
        private volatile OrgSnapshot snapshot = OrgSnapshot.NONE;
        private volatile Instant lookAt = Instant.MIN;

        Entry(String tenant) {
            this.tenant = tenant;
        }

        boolean isDue() {
            Instant now = clock.instant();
            return !now.isBefore(lookAt) || Duration.between(now, lookAt).compareTo(pause) > 0;
        }

        /** A failure keeps the organisation that we have. */
        void refresh() {
            try {
                boolean over = !clock.instant().isBefore(snapshot.until());
                if (over || transactions.required(() -> store.version(tenant)) > snapshot.version()) {
                    read();
                } else {
                    lookAt = nextLook(clock.instant());
                }
            } catch (RuntimeException e) {
                lookAt = clock.instant().plus(pause);
                LOG.log(System.Logger.Level.ERROR, "The organisation of tenant " + tenant
                        + " could not be read; version " + snapshot.version() + " stays in use", e);
            }
        }

        void read() {
            Instant now = clock.instant();
            OrgRows rows = transactions.required(() -> store.load(tenant));
            snapshot = new SnapshotBuilder(rows, now).build(snapshot.epoch() + 1);
            lookAt = nextLook(now);
        }

        /** Somebody's time ends at its moment, and not some seconds later. */
        private Instant nextLook(Instant now) {
            return snapshot.until().isBefore(now.plus(pause)) ? snapshot.until() : now.plus(pause);
        }
    }
}
