package wf.job;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Semaphore;
import java.util.logging.Logger;
import wf.command.Attempts;
import wf.org.Organisation;
import wf.org.source.LoadNote;
import wf.org.source.Loading;
import wf.org.source.Loading.Loaded;
import wf.org.source.OrgSources;
import wf.org.source.TooManyGone;
import wf.setting.Setting;
import wf.setting.Settings;
import wf.spi.OrgUnavailable;
import wf.store.Column;
import wf.store.Conflict;
import wf.store.JobBody;
import wf.store.JobRow;
import wf.store.JobStore;
import wf.store.JobType;
import wf.store.Json;
import wf.store.Transactions;

/**
 * Loads the organisation from elsewhere, again and again. One job in each tenant carries the note of the last good load; its
 * lease keeps other nodes away while one asks the source, and a load that another has overtaken writes nothing. What fails is
 * tried again, ever less often, while everybody works on with what the tables have.
 */
@Singleton
public class OrgLoads {

    /** Beside the jobs of the archive and of forgetting; ids of sequences begin far behind. */
    private static final long ID = 3;
    private static final Logger LOG = Logger.getLogger(OrgLoads.class.getName());
    private static final Duration LEASE = Duration.ofMinutes(10);
    private static final Duration FIRST_PAUSE = Duration.ofSeconds(5);
    private static final Duration LONGEST_PAUSE = Duration.ofMinutes(10);
    /** Of a tenant that is loaded only when somebody asks for it. */
    private static final Duration NEVER = Duration.ofDays(36_500);
    private final Loading loading;
    private final OrgSources sources;
    private final Organisation organisation;
    private final JobStore jobs;
    private final Attempts attempts;
    private final Transactions transactions;
    private final Settings settings;
    private final InstantSource clock;
    private final Semaphore one = new Semaphore(1);

    @Inject
    public OrgLoads(Loading loading, OrgSources sources, Organisation organisation, JobStore jobs, Attempts attempts,
            Transactions transactions, Settings settings, InstantSource clock) {
        this.loading = loading;
        this.sources = sources;
        this.organisation = organisation;
        this.jobs = jobs;
        this.attempts = attempts;
        this.transactions = transactions;
        this.settings = settings;
        this.clock = clock;
    }

    /** At the start of a node: every tenant with a source has its job, which is due at once where the tables are old. */
    public void schedule() {
        sources.tenants().forEach(this::schedule);
    }

    private void schedule(String tenant) {
        attempts.of(Locale.ENGLISH, () -> {
            Optional<JobRow> row = jobs.find(tenant, ID);
            if (row.isEmpty()) {
                post(tenant);
            } else if (isOld(note(row.get()))) {
                jobs.hurry(tenant, ID, now());
            }
            return null;
        });
    }

    private boolean isOld(LoadNote last) {
        return last == null || !last.at().plus(pause()).isAfter(now());
    }

    /** Somebody wants it loaded now. The caller owns the transaction. */
    public void hurry(String tenant) {
        if (jobs.find(tenant, ID).isEmpty()) {
            post(tenant);
        } else {
            jobs.hurry(tenant, ID, now());
        }
    }

    private void post(String tenant) {
        jobs.post(tenant, ID, JobType.ORGANISATION, now(), JobBody.named(null, null, null), null);
    }

    /** The job of a tenant: when it is due, what went wrong, and what the last good load came to. */
    public Optional<JobRow> job(String tenant) {
        return jobs.find(tenant, ID);
    }

    /** The note of the last good load; null before the first. */
    public static LoadNote note(JobRow row) {
        String text = row.content().key();
        return text == null ? null : Json.read(text, LoadNote.class);
    }

    /** Outside of any transaction: a directory may take its time. One at a time, or directories that hang would hold all workers. */
    Ran load(JobRow row) {
        if (!one.tryAcquire()) {
            attempts.of(Locale.ENGLISH, () -> {
                jobs.postpone(row, now().plus(FIRST_PAUSE), row.attempts - 1, row.lastError);
                return null;
            });
            return Ran.NOTHING;
        }
        try {
            return loadAlone(row);
        } finally {
            one.release();
        }
    }

    private Ran loadAlone(JobRow row) {
        if (!attempts.of(Locale.ENGLISH, () -> jobs.lease(row, now().plus(LEASE), Math.max(1, row.attempts)))) {
            return Ran.NOTHING;
        }
        try {
            LoadNote last = note(row);
            Optional<Loaded> loaded = loading.read(row.tenant, last);
            attempts.of(Locale.ENGLISH, () -> loaded.isPresent() ? written(row, loaded.get(), last) : jobs.take(row));
        } catch (OrgUnavailable | TooManyGone e) {
            failed(row, e);
        }
        return Ran.NOTHING;
    }

    private Object written(JobRow row, Loaded loaded, LoadNote last) {
        Instant now = now();
        LoadNote note = loading.write(row.tenant, loaded, last, now);
        if (!jobs.renew(row, now.plus(pause()), JobBody.named(null, Json.write(note), null))) {
            throw new Conflict("another node has loaded the organisation of " + row.tenant);
        }
        transactions.afterCommit(() -> organisation.changed(row.tenant));
        return null;
    }

    private void failed(JobRow row, Exception e) {
        Duration pause = pauseAfter(Math.max(1, row.attempts));
        LOG.warning(() -> "The organisation of tenant " + row.tenant + " could not be loaded, and stays as it is; the next attempt is in "
                + pause.toSeconds() + " s: " + e.getMessage());
        attempts.of(Locale.ENGLISH, () -> {
            jobs.postpone(row, now().plus(pause), Math.max(1, row.attempts), Column.clean(e.getMessage()));
            return null;
        });
    }

    private static Duration pauseAfter(int tried) {
        Duration pause = FIRST_PAUSE.multipliedBy(1L << Math.min(tried - 1, 20));
        return pause.compareTo(LONGEST_PAUSE) > 0 ? LONGEST_PAUSE : pause;
    }

    private Duration pause() {
        Duration pause = settings.time(Setting.ORG_REFRESH_MINUTES, ChronoUnit.MINUTES);
        return pause.isZero() ? NEVER : pause;
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MICROS);
    }
}
