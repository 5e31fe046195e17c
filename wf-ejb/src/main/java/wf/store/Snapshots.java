package wf.store;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import jakarta.persistence.EntityManager;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import wf.contract.Verification;
import wf.instance.Event;
import wf.instance.InstanceIdentity;
import wf.instance.InstanceSnapshot;
import wf.instance.ProcessInstance;
import wf.instance.TokenEvent.NodeEntered;
import wf.value.Value;

/**
 * An instance as it was (§11.1, §11.2): the events of the journal, applied to the newest whole copy before. Every
 * twentieth version is kept as such a copy, so that looking back costs at most nineteen rows however long the instance
 * lives. Each operation that locks an instance takes it to its next version and leaves one row of the journal: so the
 * number of a snapshot is the version to which its operation led, and its place in the journal.
 */
@Singleton
public class Snapshots {

    /** Of so many versions one is kept whole. */
    public static final int EVERY = 20;
    private final EntityManager em;
    private final Journal journal;
    private final InstanceStore instances;
    private final Sealing sealing;

    @Inject
    public Snapshots(EntityManager em, Journal journal, InstanceStore instances, Sealing sealing) {
        this.em = em;
        this.sealing = sealing;
        this.journal = journal;
        this.instances = instances;
    }

    /** For the store of instances, in the transaction that stores this version. */
    static SnapshotRow copy(String tenant, ProcessInstance after, String body) {
        SnapshotRow row = new SnapshotRow();
        row.tenant = tenant;
        row.instanceId = after.id();
        row.version = after.version();
        row.shape = Shape.CURRENT;
        row.body = body;
        return row;
    }

    /**
     * The instance at this version; a copy of which the caller may do what he likes.
     *
     * @throws IllegalArgumentException when the instance never had it: from 1 to its newest
     */
    public ProcessInstance asOf(String tenant, long instanceId, long version) {
        ProcessInstance instance = copyUpTo(tenant, instanceId, version).orElseGet(() -> unborn(tenant, instanceId));
        for (JournalRow row : journal.read(tenant, instanceId, instance.version(), version)) {
            events(row).forEach(e -> e.applyTo(instance));
            instance.nextVersion();
        }
        if (instance.version() != version || version < 1) {
            throw new IllegalArgumentException("instance " + instanceId + " has no version " + version);
        }
        return instance;
    }

    /** The variables of the process as they were then; for putting data back (I5b). */
    public Map<String, Value> variablesAsOf(String tenant, long instanceId, long version) {
        return asOf(tenant, instanceId, version).variables();
    }

    /**
     * The variables of the process when the visit began: what a return with the data policy RESTORE goes back to (§1.4).
     *
     * @throws IllegalArgumentException when the instance never had this visit
     */
    public Map<String, Value> variablesAtEntry(String tenant, long instanceId, long nodeInstanceId) {
        long entered = versionOfEntry(tenant, instanceId, nodeInstanceId);
        ProcessInstance instance = entered == 1 ? unborn(tenant, instanceId) : asOf(tenant, instanceId, entered - 1);
        for (Event event : events(journal.read(tenant, instanceId, entered - 1, entered).get(0))) {
            if (event instanceof NodeEntered e && e.visit().id() == nodeInstanceId) {
                return instance.variables();
            }
            event.applyTo(instance);
        }
        throw new IllegalArgumentException("instance " + instanceId + " has no visit " + nodeInstanceId);
    }

    /**
     * The version whose operation brought the token there. A visit is looked for between two whole copies of which only
     * the later one has it, and they are found by halving, so that it costs little more in a long history. Only for a visit
     * that ended without its work being done, to which nothing returns, the whole journal is read.
     */
    private long versionOfEntry(String tenant, long instanceId, long nodeInstanceId) {
        TrailRow trail = em.find(TrailRow.class, new TrailKey(tenant, instanceId, nodeInstanceId));
        ProcessInstance now = instances.read(tenant, instanceId).orElseThrow().image();
        long known = trail != null ? trail.seq : now.version();
        long before = 0;
        for (long last = trail != null || now.isActive(nodeInstanceId) ? (known - 1) / EVERY : 0; last > before; ) {
            long middle = (before + last + 1) / 2;
            if (asOf(tenant, instanceId, middle * EVERY).isActive(nodeInstanceId)) {
                last = middle - 1;
            } else {
                before = middle;
            }
        }
        for (JournalRow row : journal.read(tenant, instanceId, before * EVERY, known)) {
            if (events(row).stream().anyMatch(e -> e instanceof NodeEntered n && n.visit().id() == nodeInstanceId)) {
                return row.seq;
            }
        }
        throw new IllegalArgumentException("instance " + instanceId + " has no visit " + nodeInstanceId);
    }

    private Optional<ProcessInstance> copyUpTo(String tenant, long instanceId, long version) {
        return version < EVERY ? Optional.empty() : em.createQuery("select s.body from SnapshotRow s where s.tenant = :tenant"
                + " and s.instanceId = :instance and s.version <= :version and s.shape = :shape order by s.version desc", String.class)
                .setParameter("tenant", tenant).setParameter("instance", instanceId).setParameter("version", version)
                .setParameter("shape", Shape.CURRENT).setMaxResults(1).getResultStream().findFirst()
                .map(body -> new ProcessInstance(Json.read(sealing.open(tenant, instanceId, body), InstanceSnapshot.class)));
    }

    /** Before its first operation; the definition with which it began stands in its first row. */
    private ProcessInstance unborn(String tenant, long instanceId) {
        InstanceIdentity now = instances.read(tenant, instanceId)
                .orElseThrow(() -> new IllegalArgumentException("no instance " + instanceId)).image().identity();
        long began = journal.read(tenant, instanceId, 0, 1).stream().findFirst().map(r -> r.definitionId).orElse(now.definitionId());
        return new ProcessInstance(new InstanceIdentity(now.id(), began, now.businessKey(), now.title(), now.parent()));
    }

    private List<Event> events(JournalRow row) {
        return journal.body(row).events();
    }

    /**
     * Whether the whole copies are what the journal tells; for a journal that is whole itself. Nobody need forge the
     * journal when he can forge what is read in its stead.
     */
    public void verify(String tenant, Verification journalIsWhole) {
        Map<Long, String> copies = new HashMap<>();
        copies(tenant, journalIsWhole.instanceId).forEach(s -> copies.put(s.version, sealing.open(tenant, s.instanceId, s.body)));
        if (!journalIsWhole.intact || copies.isEmpty()) {
            return;
        }
        ProcessInstance instance = unborn(tenant, journalIsWhole.instanceId);
        for (JournalRow row : journal.read(tenant, journalIsWhole.instanceId)) {
            events(row).forEach(e -> e.applyTo(instance));
            instance.nextVersion();
            String copy = copies.get(instance.version());
            if (copy != null && !isSame(Json.read(copy, InstanceSnapshot.class), instance.snapshot())) {
                journalIsWhole.intact = false;
                journalIsWhole.brokenAt = row.seq;
                return;
            }
        }
    }

    /** The order of parts is that in which a node of the cluster met them, and means nothing. */
    private static boolean isSame(InstanceSnapshot one, InstanceSnapshot other) {
        return parts(one).equals(parts(other));
    }

    private static List<Object> parts(InstanceSnapshot of) {
        return Arrays.asList(of.identity(), of.state(), of.starter(), of.startedAt(), of.endedAt(), of.version(), of.reworked(),
                of.variables(), Set.copyOf(of.branches()), Set.copyOf(of.nodeInstances()), Set.copyOf(of.items()),
                Set.copyOf(of.incidents()), Set.copyOf(of.waiting().subscriptions()), Set.copyOf(of.waiting().jobs()),
                Set.copyOf(of.waiting().compensables()), Set.copyOf(of.waiting().cycles()));
    }

    private List<SnapshotRow> copies(String tenant, long instanceId) {
        return em.createQuery("select s from SnapshotRow s where s.tenant = :tenant and s.instanceId = :instance"
                + " and s.shape = :shape", SnapshotRow.class).setParameter("tenant", tenant).setParameter("instance", instanceId)
                .setParameter("shape", Shape.CURRENT).getResultList();
    }
}
