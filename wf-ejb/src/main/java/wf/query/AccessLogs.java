package wf.query;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import jakarta.persistence.EntityManager;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import wf.access.Caller;
import wf.audit.AccessChainRow;
import wf.audit.AccessLogRow;
import wf.audit.Chains;
import wf.command.Views;
import wf.contract.AccessLogEntry;
import wf.contract.AccessLogPage;
import wf.contract.AccessLogVerification;
import wf.contract.ErrorCode;
import wf.refusal.Messages;
import wf.refusal.Refused;
import wf.runtime.Directories;
import wf.runtime.Directory;

/** Reads the access log of a tenant (§0.8), newest first, and looks whether it is as it was written. */
@Singleton
public class AccessLogs {

    private static final Instant LAST = Instant.parse("9999-12-31T00:00:00Z");
    /** So much is read through in one call. */
    private static final Duration LONGEST = Duration.ofDays(31);
    private final EntityManager em;
    private final Chains chains;
    private final Views views;
    private final Directories directories;

    @Inject
    public AccessLogs(EntityManager em, Chains chains, Views views, Directories directories) {
        this.em = em;
        this.chains = chains;
        this.views = views;
        this.directories = directories;
    }

    /**
     * What is looked for; null for all.
     *
     * @param from inclusive
     * @param to   exclusive
     */
    public record Sought(String personId, String operation, String outcome, Long instanceId, Instant from, Instant to) { }

    public AccessLogPage page(Caller caller, Sought sought, String cursor, Integer limit) {
        int size = Cursor.limit(limit, caller.locale());
        Filter filter = new Filter("a.chainId > 0").and("a.tenant = :tenant", "tenant", caller.tenant())
                .and("a.actor = :person", "person", sought.personId())
                .and("a.operation = :operation", "operation", sought.operation())
                .and("a.outcome = :outcome", "outcome", sought.outcome())
                .and("a.instanceId = :instance", "instance", sought.instanceId())
                .and("a.happenedAt >= :from", "from", sought.from()).and("a.happenedAt < :to", "to", sought.to())
                .after("a.happenedAt", "a.chainId", Cursor.read(cursor, caller.locale()));
        List<AccessLogRow> rows = filter.fill(em.createQuery("select a from AccessLogRow a" + filter.where()
                + " order by a.happenedAt desc, a.chainId desc", AccessLogRow.class)).setMaxResults(size + 1).getResultList();
        AccessLogPage page = new AccessLogPage();
        Directory directory = directories.of(caller.tenant());
        rows.stream().limit(size).forEach(r -> page.entries.add(entry(r, directory)));
        page.next = rows.size() > size ? new Cursor(rows.get(size - 1).happenedAt, rows.get(size - 1).chainId).text() : null;
        return page;
    }

    private AccessLogEntry entry(AccessLogRow row, Directory directory) {
        AccessLogEntry entry = new AccessLogEntry();
        entry.chainId = row.chainId;
        entry.seq = row.seq;
        entry.at = views.date(row.happenedAt);
        entry.operation = row.operation;
        entry.opId = row.opId;
        entry.outcome = row.outcome;
        entry.note = row.note;
        entry.actor = views.person(directory, row.actor);
        entry.service = row.via;
        entry.channel = row.channel;
        entry.clientIp = row.clientIp;
        entry.instanceId = row.instanceId;
        entry.workItemId = row.workItemId;
        return entry;
    }

    /** Looks through the chains that began between the two moments, at most 31 days. */
    public AccessLogVerification verify(Caller caller, Instant from, Instant to) {
        Instant end = to == null ? chains.now() : to;
        Instant begin = from == null ? end.minus(LONGEST) : from;
        checkTime(begin, end, caller.locale());
        AccessLogVerification result = new AccessLogVerification();
        for (AccessChainRow chain : chains.begun(caller.tenant(), begin, to == null ? LAST : to)) {
            result.chains++;
            result.rows += chain.length;
            Long brokenAt = result.brokenChain == null ? chains.brokenAt(chain) : null;
            if (brokenAt != null) {
                result.brokenChain = chain.id;
                result.brokenNode = chain.node;
                result.brokenAt = brokenAt;
            }
        }
        result.intact = result.brokenChain == null;
        return result;
    }

    private static void checkTime(Instant from, Instant to, Locale locale) {
        if (Duration.between(from, to).compareTo(LONGEST) > 0) {
            throw Refused.because(ErrorCode.INVALID_INPUT, Messages.text(locale, "reject.ACCESS_LOG_TIME", LONGEST.toDays()));
        }
    }
}
