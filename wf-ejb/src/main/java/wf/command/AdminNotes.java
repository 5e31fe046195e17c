package wf.command;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import wf.access.Caller;
import wf.store.AdminActRow;
import wf.store.AdminActs;
import wf.store.Json;

/** Notes what an administrator does, in the transaction in which he does it; a preview does nothing. */
@Singleton
public class AdminNotes {
    private static final int LONGEST_ABOUT = 400;
    private static final int LONGEST_CONTENT = 4_000;

    private final AdminActs acts;
    private final InstantSource clock;

    @Inject
    public AdminNotes(AdminActs acts, InstantSource clock) {
        this.acts = acts;
        this.clock = clock;
    }

    /** @param request what was sent; null for nothing */
    public void note(Caller caller, String operation, Object about, String opId, Object request) {
        AdminActRow row = new AdminActRow();
        row.tenant = caller.tenant();
        row.happenedAt = clock.instant().truncatedTo(ChronoUnit.MICROS);
        row.opId = opId;
        row.operation = operation;
        row.about = beginning(String.valueOf(about), LONGEST_ABOUT);
        row.actor = caller.person();
        row.via = caller.via();
        row.channel = caller.channel();
        row.clientIp = caller.clientIp();
        row.content = request == null ? null : beginning(Json.told(request), LONGEST_CONTENT);
        acts.append(row);
    }

    /** Never half of a character. */
    private static String beginning(String text, int longest) {
        return text.length() <= longest ? text : text.substring(0, Character.isHighSurrogate(text.charAt(longest - 1)) ? longest - 1 : longest);
    }
}
