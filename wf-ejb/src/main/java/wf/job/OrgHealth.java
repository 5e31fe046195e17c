package wf.job;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import wf.access.Authority;
import wf.access.Caller;
import wf.access.Separation;
import wf.command.Attempts;
import wf.command.Views;
import wf.contract.ErrorCode;
import wf.contract.OrganisationHealth;
import wf.contract.OrganisationState;
import wf.org.RoleStore;
import wf.org.source.LoadNote;
import wf.org.source.LocalTables;
import wf.org.source.OrgSources;
import wf.query.VanishedHandlers;
import wf.refusal.Messages;
import wf.refusal.Refused;
import wf.runtime.Directories;
import wf.runtime.Directory;
import wf.runtime.Member;
import wf.runtime.Right;
import wf.setting.Setting;
import wf.setting.Settings;
import wf.store.JobRow;

/** Tells an administrator how the organisation of his tenant stands, and has it loaded for him. */
@Singleton
public class OrgHealth {
    private final OrgLoads loads;
    private final OrgSources sources;
    private final Directories directories;
    private final Attempts attempts;
    private final Settings settings;
    private final Views views;
    private final RoleStore roles;
    private final Separation separation;
    private final VanishedHandlers vanished;
    private final InstantSource clock;

    @Inject
    public OrgHealth(OrgLoads loads, OrgSources sources, Directories directories, Attempts attempts, Settings settings, Views views,
            RoleStore roles, Separation separation, VanishedHandlers vanished, InstantSource clock) {
        this.loads = loads;
        this.sources = sources;
        this.directories = directories;
        this.attempts = attempts;
        this.settings = settings;
        this.views = views;
        this.roles = roles;
        this.separation = separation;
        this.vanished = vanished;
        this.clock = clock;
    }

    public OrganisationState state(Caller caller) {
        mustAdminister(caller);
        return attempts.of(caller.locale(), () -> withConflicts(caller, told(caller)));
    }

    /** Asks for a load, which begins with the next tick on one of the nodes; answers how it stands now. */
    public OrganisationState refresh(Caller caller) {
        mustAdminister(caller);
        if (!isLoaded(caller)) {
            throw Refused.because(ErrorCode.ILLEGAL_STATE, Messages.text(caller.locale(), "organisation.local"));
        }
        return attempts.of(caller.locale(), () -> {
            loads.hurry(caller.tenant());
            return told(caller);
        });
    }

    /** A change of groups may have brought somebody what he should not have beside what he has; who grants puts it right. */
    private OrganisationState withConflicts(Caller caller, OrganisationState state) {
        Directory directory = directories.of(caller.tenant());
        separation.conflicts(directory, roles.roles(caller.tenant()), roles.grants(caller.tenant())).forEach(c -> {
            state.remarks.add(0, Messages.text(caller.locale(), "organisation.conflict", directory.member(c.person()).map(Member::name).orElse(c.person()),
                    String.join(", ", c.roles())));
            state.remarked++;
        });
        return state;
    }

    /** Those who are gone are told whatever the source is: people are disabled here, too. */
    private OrganisationState told(Caller caller) {
        OrganisationState state = stands(caller);
        VanishedHandlers.Gone gone = vanished.count(caller.tenant());
        state.vanishedHandlers = gone.people();
        state.vanishedItems = gone.items();
        state.text += gone.people() == 0 ? "" : Messages.text(caller.locale(), "organisation.vanished", gone.people(), gone.items());
        return state;
    }

    private OrganisationState stands(Caller caller) {
        OrganisationState state = new OrganisationState();
        Optional<JobRow> job = isLoaded(caller) ? loads.job(caller.tenant()) : Optional.empty();
        if (job.isEmpty() && !isLoaded(caller)) {
            state.source = LocalTables.NAME;
            state.health = OrganisationHealth.LOCAL;
            state.text = Messages.text(caller.locale(), "organisation.local");
            return state;
        }
        state.source = settings.text(Setting.ORG_SOURCE);
        LoadNote note = job.map(OrgLoads::note).orElse(null);
        if (note != null) {
            add(state, note, caller);
        }
        JobRow row = job.orElse(null);
        boolean failing = row != null && row.attempts > 0 && row.lastError != null && !row.lastError.isEmpty();
        state.failures = failing ? row.attempts : 0;
        state.dueAt = row == null || row.dueAt.isAfter(clock.instant().plus(3650, ChronoUnit.DAYS)) ? null : views.date(row.dueAt);
        state.health = failing ? OrganisationHealth.FAILING : note == null ? OrganisationHealth.NEVER_LOADED : OrganisationHealth.GOOD;
        state.text = text(caller, state, note, failing ? row.lastError : null);
        return state;
    }

    private void add(OrganisationState state, LoadNote note, Caller caller) {
        state.source = note.source();
        state.loadedAt = views.date(note.at());
        state.ageSeconds = Duration.between(note.at(), clock.instant()).toSeconds();
        state.people = note.people();
        state.departments = note.departments();
        state.groups = note.groups();
        state.posts = note.posts();
        state.remarked = note.remarked();
        note.remarks().forEach(remark -> state.remarks.add(
                Messages.text(caller.locale(), "organisation.remark." + remark.kind(), remark.id())));
    }

    private static String text(Caller caller, OrganisationState state, LoadNote note, String error) {
        Instant at = note == null ? null : note.at().truncatedTo(ChronoUnit.SECONDS);
        Long minutes = note == null ? null : state.ageSeconds / 60;
        return switch (state.health) {
            case GOOD -> Messages.text(caller.locale(), "organisation.good", state.source, at, minutes);
            case FAILING -> note == null ? Messages.text(caller.locale(), "organisation.failing.never", state.source, error, state.failures)
                    : Messages.text(caller.locale(), "organisation.failing", state.source, error, state.failures, at, minutes);
            default -> Messages.text(caller.locale(), "organisation.never", state.source);
        };
    }

    private boolean isLoaded(Caller caller) {
        return sources.tenants().contains(caller.tenant());
    }

    private void mustAdminister(Caller caller) {
        Authority.of(directories, caller).must(Right.ORGANISATION_LOAD);
    }
}
