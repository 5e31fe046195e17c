package wf.command;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.Optional;
import wf.access.Caller;
import wf.contract.ErrorCode;
import wf.refusal.Messages;
import wf.refusal.Refused;
import wf.store.Ids;
import wf.store.Journal;
import wf.store.JournalRow;
import wf.store.Json;
import wf.store.OperationLog;
import wf.store.OperationRow;

/**
 * The same operation id again gives the first reply and no second effect; from another person, or with other content,
 * it is refused without telling what the first was (§0.6). What an operation on one instance did stands in its journal,
 * which {@link Repetition} reads; the replies of all others are kept.
 */
@Singleton
public class Idempotency {

    private final OperationLog log;
    private final Journal journal;
    private final Ids ids;

    @Inject
    public Idempotency(OperationLog log, Journal journal, Ids ids) {
        this.log = log;
        this.journal = journal;
        this.ids = ids;
    }

    /**
     * The reply to the first call under this id, if there was one.
     *
     * @throws Refused when that call was another person's, or for something else, or about an instance that was purged since
     */
    public <T> Optional<T> earlier(Caller caller, String opId, String fingerprint, Class<T> replyType) {
        if (opId == null) {
            return Optional.empty();
        }
        Optional<OperationRow> first = log.find(caller.tenant(), opId);
        mustBe(first.isPresent() || journal.find(caller.tenant(), opId).isEmpty(), caller);
        first.ifPresent(row -> mustBe(row.actor.equals(caller.person()) && row.payloadHash.equals(fingerprint), caller));
        if (first.filter(row -> row.reply.isEmpty()).isPresent()) {
            throw Situations.notFound(caller);
        }
        return first.map(row -> Json.read(row.reply, replyType));
    }

    /** Whether anything has been done under this id, on an instance or elsewhere. */
    public boolean isKnown(String tenant, String opId) {
        return log.find(tenant, opId).isPresent() || journal.find(tenant, opId).isPresent();
    }

    /** @throws Refused when the first call under the id was another person's, or for something else */
    static void mustBeSame(Caller caller, String fingerprint, JournalRow first) {
        mustBe(first.actor.equals(caller.person()) && first.payloadHash.equals(shortened(fingerprint)), caller);
    }

    private static void mustBe(boolean same, Caller caller) {
        if (!same) {
            throw Refused.because(ErrorCode.DUPLICATE_OP, Messages.text(caller.locale(), "reject.DUPLICATE_OP"));
        }
    }

    /** As much of a fingerprint as the journal keeps: 128 bits tell two requests of one person apart. */
    static String shortened(String fingerprint) {
        return fingerprint.substring(0, Math.min(fingerprint.length(), 32));
    }

    public void remember(Caller caller, String opId, String fingerprint, Instant at, Object reply) {
        remember(caller, null, opId, fingerprint, at, reply);
    }

    /** @param instanceId with which the reply goes when it is purged; the id stays */
    public void remember(Caller caller, Long instanceId, String opId, String fingerprint, Instant at, Object reply) {
        log.remember(caller.tenant(), instanceId, opId, caller.person(), caller.via(), fingerprint, at, reply);
    }

    /** The client's id, or one that no client can have used before. */
    public String opId(String given) {
        return given != null ? given : "wf-" + ids.next();
    }

    /** What was asked, without the id itself and whether it was a preview; the same for the same content. */
    public static String fingerprint(String operation, Object about, Object request) {
        return Journal.sha256(operation + ' ' + about + ' ' + Json.asked(request));
    }
}
