package wf.org.source;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import wf.spi.OrgBuilder;
import wf.spi.OrgChanges;
import wf.spi.OrgDept;
import wf.spi.OrgGroup;
import wf.spi.OrgPost;
import wf.spi.OrgUnavailable;
import wf.spi.OrgUser;
import wf.store.Transactions;

/**
 * Loads a tenant's organisation in two steps that never overlap: {@link #read} asks the source and takes its time outside
 * of any transaction, {@link #write} brings the tables to it inside the caller's.
 */
@Singleton
public class Loading {
    private final OrgSources sources;
    private final Merge merge;
    private final Transactions transactions;

    @Inject
    public Loading(OrgSources sources, Merge merge, Transactions transactions) {
        this.sources = sources;
        this.merge = merge;
        this.transactions = transactions;
    }

    /**
     * What was read.
     *
     * @param image null where nothing has changed since the last load
     */
    public record Loaded(String source, String token, OrgImage image) { }

    /** Asks the tenant's source; empty when there is none. */
    public Optional<Loaded> read(String tenant, LoadNote last) throws OrgUnavailable {
        if (transactions.isActive()) {
            throw new IllegalStateException("an organisation is never read inside a transaction");
        }
        Optional<OrgBuilder> found = sources.of(tenant);
        if (found.isEmpty()) {
            return Optional.empty();
        }
        OrgBuilder builder = found.get();
        boolean same = last != null && builder.name().equals(last.source());
        OrgChanges changes = builder.changesSince(tenant, same ? last.token() : null);
        if (same && changes.nothing) {
            return Optional.of(new Loaded(builder.name(), changes.token, null));
        }
        List<OrgDept> depts = builder.loadDepts(tenant);
        List<OrgUser> users = builder.loadUsers(tenant);
        List<OrgGroup> groups = builder.loadGroups(tenant);
        List<OrgPost> posts = builder.loadPosts(tenant);
        if (users.isEmpty()) {
            throw new OrgUnavailable("The source " + builder.name() + " answered, but has nobody for tenant " + tenant
                    + ". Nothing was changed.");
        }
        List<Remark> remarks = builder instanceof Remarking remarking ? remarking.remarks() : List.of();
        return Optional.of(new Loaded(builder.name(), changes.token, new Cleaning(remarks).clean(depts, users, groups, posts)));
    }

    /** Writes what was read, in the caller's transaction; answers the note to keep. */
    public LoadNote write(String tenant, Loaded loaded, LoadNote last, Instant now) {
        return loaded.image() == null ? last.again(now, loaded.token())
                : LoadNote.of(now, loaded.source(), loaded.token(), merge.apply(tenant, loaded.source(), loaded.image()));
    }
}
