package wf.job;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Function;
import java.util.logging.Level;
import java.util.logging.Logger;
import wf.access.Caller;
import wf.command.Attempts;
import wf.command.Command;
import wf.command.CommandBus;
import wf.command.Outcome;
import wf.contract.OperationReply;
import wf.contract.WorkItemInfo;
import wf.setting.Setting;
import wf.setting.Settings;
import wf.store.JobRow;
import wf.store.JobType;
import wf.store.Transactions;

/**
 * After the commit the caller's own thread carries out the jobs that his operation set off, and what these set off, until
 * nothing is due or he has waited long enough. So he gets the settled result, and whoever comes next needs not wait for
 * a tick. Inside a transaction of the caller's nothing can be done before he commits: then the tick does it.
 */
@Singleton
public class Settling {

    private static final Logger LOG = Logger.getLogger(Settling.class.getName());
    /** Longer than anybody settles, so that no tick takes what is under way. */
    private static final Duration MARGIN = Duration.ofSeconds(5);
    private final CommandBus bus;
    private final Attempts attempts;
    private final Transactions transactions;
    private final Worker worker;
    private final Crew crew;
    private final InstantSource clock;
    private final Duration patience;

    @Inject
    public Settling(CommandBus bus, Attempts attempts, Transactions transactions, Worker worker, Crew crew, InstantSource clock,
            Settings settings) {
        this.bus = bus;
        this.attempts = attempts;
        this.transactions = transactions;
        this.worker = worker;
        this.crew = crew;
        this.clock = clock;
        this.patience = settings.time(Setting.SETTLE, ChronoUnit.MILLIS);
    }

    /** A write operation with all that follows from it. */
    public OperationReply perform(Caller caller, Command command) {
        Settled<Outcome> settled = write(caller, reserved -> bus.perform(caller, command, reserved), Outcome::due);
        OperationReply reply = settled.answer().reply();
        if (!settled.answer().due().isEmpty()) {
            reply.settled = settled.all();
            settled.replies().stream().filter(r -> r.instanceId.equals(reply.instanceId)).forEach(r -> add(reply, r));
            reply.started.forEach(s -> s.instanceId = begun(settled.replies(), reply));
        }
        return reply;
    }

    /**
     * @param replies what the jobs did to instances
     * @param all whether nothing of it is left to be done
     */
    record Settled<T>(T answer, List<OperationReply> replies, boolean all) { }

    /**
     * Any write, with what follows from it.
     *
     * @param write runs in a transaction, perhaps several times; takes until when the jobs that it posts are the caller's
     */
    <T> Settled<T> write(Caller caller, Function<Instant, T> write, Function<T, List<JobRow>> due) {
        boolean mine = !transactions.isActive();
        T answer = attempts.of(caller.locale(), () -> write.apply(mine ? reserved() : null));
        List<OperationReply> replies = new ArrayList<>();
        return new Settled<>(answer, replies, mine && settledSafely(due.apply(answer), replies));
    }

    /** The write is stored: whatever happens now is no reason to tell the caller that it failed. */
    private boolean settledSafely(List<JobRow> due, List<OperationReply> replies) {
        try {
            return settle(due, replies, true);
        } catch (RuntimeException e) {
            LOG.log(Level.WARNING, "what follows from a write is left to the next tick", e);
            return false;
        }
    }

    private Instant reserved() {
        return clock.instant().plus(patience).plus(MARGIN).truncatedTo(ChronoUnit.MICROS);
    }

    /**
     * Carries out jobs that this thread has reserved; false when something of it is left to others.
     *
     * @param waits whether somebody waits for it, whom a call must not keep too long
     */
    boolean settle(List<JobRow> due, List<OperationReply> replies, boolean waits) {
        long end = System.nanoTime() + patience.toNanos();
        Deque<JobRow> open = new ArrayDeque<>(due);
        int left = 0;
        while (!open.isEmpty() && (System.nanoTime() < end || replies.isEmpty() && left == 0)) {
            JobRow row = open.poll();
            Optional<Ran> ran = waits && row.type() == JobType.CALL ? called(row, end) : ran(row);
            left += ran.isPresent() ? 0 : 1;
            ran.ifPresent(r -> {
                replies.addAll(r.replies());
                open.addAll(r.due());
            });
        }
        worker.release(List.copyOf(open));
        return left == 0 && open.isEmpty();
    }

    /** Empty when not even that it went wrong could be noted: then others find the row when its lease ends. */
    private Optional<Ran> ran(JobRow row) {
        try {
            return Optional.of(worker.run(row, reserved()));
        } catch (RuntimeException e) {
            LOG.log(Level.WARNING, e, () -> "job " + row.id + " of tenant " + row.tenant + " waits for its lease to end");
            return Optional.empty();
        }
    }

    /** Another system may take its time: a call goes on without whoever has no more patience. */
    private Optional<Ran> called(JobRow row, long end) {
        AtomicBoolean taken = new AtomicBoolean();
        CompletableFuture<Optional<Ran>> answer = new CompletableFuture<>();
        try {
            crew.execute(() -> {
                Optional<Ran> ran = ran(row);
                answer.complete(ran);
                if (!taken.compareAndSet(false, true)) {
                    settle(ran.map(Ran::due).orElse(List.of()), new ArrayList<>(), false);
                }
            });
        } catch (RejectedExecutionException e) {
            worker.release(List.of(row));
            return Optional.empty();
        }
        try {
            return answer.get(Math.max(0, end - System.nanoTime()), TimeUnit.NANOSECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (ExecutionException | TimeoutException e) {
            // It goes on by itself.
        }
        return taken.compareAndSet(false, true) ? Optional.empty() : answer.join();
    }

    /** What somebody starts at his work is the first that follows from it in another instance; null where it has not begun yet. */
    private static Long begun(List<OperationReply> replies, OperationReply own) {
        return replies.stream().map(r -> r.instanceId).filter(id -> !id.equals(own.instanceId)).findFirst().orElse(null);
    }

    /** What a later step did to the same instance, as if the operation itself had done it. */
    private static void add(OperationReply reply, OperationReply later) {
        reply.state = later.state;
        reply.version = later.version;
        List<Long> closed = later.itemsClosed.stream().map(i -> i.id).toList();
        List<WorkItemInfo> own = reply.itemsCreated.stream().filter(i -> closed.contains(i.id)).toList();
        reply.itemsCreated.removeAll(own);
        reply.itemsClosed.addAll(later.itemsClosed);
        reply.itemsCreated.addAll(later.itemsCreated);
        reply.branchesEnded.addAll(later.branchesEnded);
        reply.branchesOpened.addAll(later.branchesOpened);
        reply.incidents.addAll(later.incidents);
        later.told.stream().filter(p -> reply.told.stream().noneMatch(q -> q.id.equals(p.id))).forEach(reply.told::add);
    }
}
