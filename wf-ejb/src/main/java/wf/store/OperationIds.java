package wf.store;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import jakarta.persistence.EntityManager;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * Operation ids that are remembered no longer (§0.6): the rows of operations on no one instance are removed, and those of the
 * journal lose what makes them records of their id; neither of the two is under a hash. An index by time would cost every
 * operation more than it saves here. So a walk goes by keys that are there: by the id through the kept replies, of which there
 * are never more than are remembered, then along the start of instances, and through those that were purged. Of an instance
 * whose last operation an earlier walk has seen to, one row of the journal is read and nothing else.
 */
@Singleton
public class OperationIds {

    private final EntityManager em;

    @Inject
    public OperationIds(EntityManager em) {
        this.em = em;
    }

    /**
     * A walk, and how far it has come.
     *
     * @param before what is older is forgotten
     * @param done what is older was forgotten by earlier walks
     * @param part where it walks now
     * @param place behind what it goes on there; null at the beginning
     */
    public record Walk(Instant before, Instant done, Part part, String place) {

        /** The first of all. */
        public static Walk first(Instant before) {
            return new Walk(before, Instant.EPOCH, Part.REPLIES, null);
        }

        /** The next, when this one came to its end. */
        public Walk again(Instant before) {
            return new Walk(before, this.before, Part.REPLIES, null);
        }

        public static Walk parse(String text) {
            String[] parts = text.split(" ", 4);
            return new Walk(Instant.parse(parts[0]), Instant.parse(parts[1]), Part.valueOf(parts[2]), parts.length == 3 ? null : parts[3]);
        }

        @Override
        public String toString() {
            return before + " " + done + " " + part + (place == null ? "" : " " + place);
        }

        private Walk at(String next) {
            return new Walk(before, done, part, next);
        }

        /** Empty behind the last part. */
        private Optional<Walk> nextPart() {
            int next = part.ordinal() + 1;
            return next == Part.values().length ? Optional.empty() : Optional.of(new Walk(before, done, Part.values()[next], null));
        }
    }

    /** What is walked through, in this order. */
    public enum Part { REPLIES, INSTANCES, PURGED }

    /**
     * Forgets what is old among the next so many.
     *
     * @return how the walk goes on; empty when it has come to its end
     */
    public Optional<Walk> forget(String tenant, Walk walk, int most) {
        Optional<String> place = switch (walk.part()) {
            case REPLIES -> replies(tenant, walk, most);
            case INSTANCES -> instances(tenant, walk, most);
            case PURGED -> purged(tenant, walk, most);
        };
        return place.isPresent() ? place.map(walk::at) : walk.nextPart();
    }

    private Optional<String> replies(String tenant, Walk walk, int most) {
        List<String> ids = em.createQuery("select o.opId from OperationRow o where o.tenant = :tenant and o.opId > :behind order by o.opId", String.class)
                .setParameter("tenant", tenant).setParameter("behind", walk.place() == null ? "" : walk.place()).setMaxResults(most).getResultList();
        if (!ids.isEmpty()) {
            em.createQuery("delete from OperationRow o where o.tenant = :tenant and o.opId in :ids and o.happenedAt < :before")
                    .setParameter("tenant", tenant).setParameter("ids", ids).setParameter("before", walk.before()).executeUpdate();
        }
        return last(ids, most);
    }

    private Optional<String> instances(String tenant, Walk walk, int most) {
        Archive.Position behind = Archive.Position.parse(walk.place());
        List<Object[]> walked = em.createQuery("select i.startedAt, i.id from InstanceRow i where i.tenant = :tenant and i.startedAt < :before"
                + " and i.startedAt >= :from and (i.startedAt > :from or i.id > :id) order by i.startedAt, i.id", Object[].class)
                .setParameter("tenant", tenant).setParameter("before", walk.before()).setParameter("from", behind.startedAt())
                .setParameter("id", behind.id()).setMaxResults(most).getResultList();
        forget(tenant, since(tenant, walk, walked.stream().map(w -> (Long) w[1]).toList()), walk.before());
        return last(walked.stream().map(w -> new Archive.Position((Instant) w[0], (Long) w[1])).toList(), most).map(Archive.Position::toString);
    }

    /** Those on which something was done since the last walk. */
    private List<Long> since(String tenant, Walk walk, List<Long> ids) {
        if (ids.isEmpty() || walk.done().equals(Instant.EPOCH)) {
            return ids;
        }
        List<?> found = em.createNativeQuery("select i.id from wf_instance i join wf_journal j on j.tenant = i.tenant and j.instance_id = i.id"
                + " and j.seq = i.journal_length where i.tenant = ?1 and i.id in " + in(ids) + " and j.happened_at >= ?2")
                .setParameter(1, tenant).setParameter(2, walk.done().atOffset(ZoneOffset.UTC)).getResultList();
        return found.stream().map(id -> ((Number) id).longValue()).toList();
    }

    private Optional<String> purged(String tenant, Walk walk, int most) {
        List<PurgedRow> rows = em.createQuery("select p from PurgedRow p where p.tenant = :tenant and p.id > :behind order by p.id", PurgedRow.class)
                .setParameter("tenant", tenant).setParameter("behind", walk.place() == null ? 0L : Long.parseLong(walk.place()))
                .setMaxResults(most).getResultList();
        forget(tenant, rows.stream().filter(p -> !p.purgedAt.isBefore(walk.done())).map(p -> p.id).toList(), walk.before());
        return last(rows.stream().map(p -> p.id).toList(), most).map(String::valueOf);
    }

    private void forget(String tenant, List<Long> instances, Instant before) {
        if (!instances.isEmpty()) {
            em.createNativeQuery("update wf_journal set sole = null, payload_hash = null where tenant = ?1 and instance_id in " + in(instances)
                    + " and sole = 1 and happened_at < ?2").setParameter(1, tenant).setParameter(2, before.atOffset(ZoneOffset.UTC)).executeUpdate();
        }
    }

    private static String in(List<Long> ids) {
        return ids.stream().map(String::valueOf).collect(Collectors.joining(", ", "(", ")"));
    }

    /** Where to go on; empty when these were the last. */
    private static <T> Optional<T> last(List<T> walked, int most) {
        return walked.size() < most ? Optional.empty() : Optional.of(walked.get(walked.size() - 1));
    }
}
