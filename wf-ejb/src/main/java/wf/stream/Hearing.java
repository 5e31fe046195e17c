package wf.stream;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import wf.access.Caller;
import wf.org.Deputies;
import wf.org.DeputyRow;
import wf.runtime.Directories;
import wf.store.Transactions;

/** Finds what somebody hears, from the organisation in memory; for whom he stands in is looked up once, when he comes. */
@Singleton
public class Hearing {

    private final Directories directories;
    private final Deputies deputies;
    private final Transactions transactions;
    private final InstantSource clock;

    @Inject
    public Hearing(Directories directories, Deputies deputies, Transactions transactions, InstantSource clock) {
        this.directories = directories;
        this.deputies = deputies;
        this.transactions = transactions;
        this.clock = clock;
    }

    /** By which he stands in for others, now or later. */
    protected List<DeputyRow> grants(Caller caller) {
        Instant now = clock.instant();
        return transactions.required(() -> deputies.of(caller.tenant(), caller.person())).stream().filter(g -> g.mayStillCount(now)).toList();
    }

    /** As he is now; empty where there is nobody of that name any more. */
    Optional<Ears> ears(Caller caller, List<DeputyRow> grants) {
        var directory = directories.of(caller.tenant());
        return directory.member(caller.person()).map(person -> Ears.of(person, grants, directory, clock.instant()));
    }
}
