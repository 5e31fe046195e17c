package wf.command;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import wf.access.Caller;
import wf.contract.ErrorCode;
import wf.refusal.Messages;
import wf.refusal.Refused;
import wf.store.Ids;
import wf.store.Journal;
import wf.store.Json;
import wf.store.OperationLog;
import wf.store.OperationRow;

/**
 * The same operation id again gives the first reply and no second effect; from another person, or with other content,
 * it is refused without telling what the first was (§0.6).
 */
@Singleton
public class Idempotency {

    private final OperationLog log;
    private final Ids ids;

    @Inject
    public Idempotency(OperationLog log, Ids ids) {
        this.log = log;
        this.ids = ids;
    }

    /** The reply to the first call under this id, if there was one. */
    public <T> Optional<T> earlier(Caller caller, String opId, String fingerprint, Class<T> replyType) {
        if (opId == null) {
            return Optional.empty();
        }
        return log.find(caller.tenant(), opId).map(row -> {
            if (!isSame(row, caller, fingerprint)) {
                throw Refused.because(ErrorCode.DUPLICATE_OP, Messages.text(caller.locale(), "reject.DUPLICATE_OP"));
            }
            return Json.read(row.reply, replyType);
        });
    }

    private static boolean isSame(OperationRow row, Caller caller, String fingerprint) {
        return row.actor.equals(caller.person()) && row.payloadHash.equals(fingerprint);
    }

    public void remember(Caller caller, String opId, String fingerprint, Instant at, Object reply) {
        log.remember(caller.tenant(), opId, caller.person(), fingerprint, at, reply);
    }

    /** The client's id, or one that no client can have used before. */
    public String opId(String given) {
        return given != null ? given : "wf-" + ids.next();
    }

    /** What was asked, without the id itself and whether it was a preview; the same for the same content. */
    public static String fingerprint(String operation, Object about, Object request) {
        Map<String, Object> content = Json.fields(request);
        content.remove("opId");
        content.remove("preview");
        content.remove("expectedVersion");
        return Journal.sha256(operation + ' ' + about + ' ' + Json.write(content));
    }
}
