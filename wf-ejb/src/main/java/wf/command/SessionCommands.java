package wf.command;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import wf.access.Caller;
import wf.access.SessionRow;
import wf.access.Sessions;
import wf.contract.ErrorCode;
import wf.contract.SessionInfo;
import wf.contract.SessionList;
import wf.refusal.Messages;
import wf.refusal.Refused;
import wf.runtime.Directories;
import wf.runtime.Right;

/** Everybody sees and ends his own sessions, and whoever manages sessions those of others (§10.2). */
@Singleton
public class SessionCommands {

    private final Sessions sessions;
    private final AccessWrites writes;
    private final Directories directories;
    private final Locations locations;
    private final Views views;

    @Inject
    public SessionCommands(Sessions sessions, AccessWrites writes, Directories directories, Locations locations, Views views) {
        this.sessions = sessions;
        this.writes = writes;
        this.directories = directories;
        this.locations = locations;
        this.views = views;
    }

    /** @param personId whose; null for the caller's own */
    public SessionList list(Caller caller, String personId) {
        SessionList list = new SessionList();
        sessions.live(caller.tenant(), person(caller, personId)).forEach(row -> list.sessions.add(info(caller, row)));
        return list;
    }

    /** Answers what is left. Another's session is not found, as one that never was. */
    public SessionList end(Caller caller, String sessionId) {
        SessionRow row = sessions.named(caller.tenant(), sessionId)
                .filter(s -> s.personId.equals(caller.person()) || writes.may(caller, Right.SESSION_MANAGE, () -> locations.ofPerson(caller.tenant(), s.personId)))
                .orElseThrow(() -> Refused.because(ErrorCode.NOT_FOUND, Messages.text(caller.locale(), "reject.NO_SESSION")));
        sessions.end(caller.tenant(), row.tokenHash);
        note(caller, "endSession", row.personId);
        return list(caller, row.personId);
    }

    /** Ends all but the one that asks; answers what is left. */
    public SessionList endOthers(Caller caller, String personId) {
        String person = person(caller, personId);
        sessions.endAll(caller.tenant(), person, caller.session());
        note(caller, "endOtherSessions", person);
        return list(caller, person);
    }

    private String person(Caller caller, String personId) {
        if (personId != null && !personId.equals(caller.person())) {
            writes.must(caller, Right.SESSION_MANAGE, () -> locations.ofPerson(caller.tenant(), personId));
        }
        return personId == null ? caller.person() : personId;
    }

    /** Of what somebody does with his own nothing is kept. */
    private void note(Caller caller, String operation, String person) {
        if (!person.equals(caller.person())) {
            writes.note(caller, operation, person, null);
        }
    }

    private SessionInfo info(Caller caller, SessionRow row) {
        SessionInfo info = new SessionInfo();
        info.id = row.tokenHash;
        info.person = views.person(directories.of(caller.tenant()), row.personId);
        info.service = row.via;
        info.clientIp = row.clientIp;
        info.openedAt = views.date(row.openedAt);
        info.seenAt = views.date(row.seenAt);
        info.expiresAt = views.date(row.expiresAt);
        info.current = row.tokenHash.equals(caller.session());
        return info;
    }
}
