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

/** Everybody sees and ends his own sessions, administrators those of others (§10.2). */
@Singleton
public class SessionCommands {

    private final Sessions sessions;
    private final AccessWrites writes;
    private final Directories directories;
    private final Views views;

    @Inject
    public SessionCommands(Sessions sessions, AccessWrites writes, Directories directories, Views views) {
        this.sessions = sessions;
        this.writes = writes;
        this.directories = directories;
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
        SessionRow row = sessions.named(caller.tenant(), sessionId).filter(s -> s.personId.equals(caller.person()) || writes.administers(caller))
                .orElseThrow(() -> Refused.because(ErrorCode.NOT_FOUND, Messages.text(caller.locale(), "reject.NO_SESSION")));
        sessions.end(caller.tenant(), row.tokenHash);
        return list(caller, row.personId);
    }

    /** Ends all but the one that asks; answers what is left. */
    public SessionList endOthers(Caller caller, String personId) {
        String person = person(caller, personId);
        sessions.endAll(caller.tenant(), person, caller.session());
        return list(caller, person);
    }

    private String person(Caller caller, String personId) {
        if (personId != null && !personId.equals(caller.person())) {
            writes.mustAdminister(caller);
        }
        return personId == null ? caller.person() : personId;
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
