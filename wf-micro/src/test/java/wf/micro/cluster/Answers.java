package wf.micro.cluster;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.atomic.LongAdder;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import wf.contract.ErrorCode;
import wf.contract.OperationReply;
import wf.micro.face.Refusal;
import wf.micro.face.Rest;
import wf.micro.face.Unanswered;

/**
 * What people were answered, kept by all of them at once: how often each code came, which operations were done and which
 * were not. Whoever is answered LOCKED asks again, as the code tells him, and under the same id.
 */
final class Answers {
    /** What may be said to somebody who asks for what makes no sense any more; everything else is a defect. */
    private static final Set<ErrorCode> EXPECTED = Set.of(ErrorCode.LOCKED, ErrorCode.STALE_VERSION, ErrorCode.FORBIDDEN, ErrorCode.NOT_FOUND,
            ErrorCode.ILLEGAL_STATE, ErrorCode.NODE_POLICY, ErrorCode.NO_PARTICIPANT, ErrorCode.TARGET_INVALID, ErrorCode.ALREADY_CLAIMED,
            ErrorCode.DOWNSTREAM_OPENED, ErrorCode.JOIN_FIRED, ErrorCode.CONFIRM_REQUIRED, ErrorCode.TICKET_VOID);
    private static final int MOST_TRIES = 20;

    private final Map<String, LongAdder> codes = new ConcurrentSkipListMap<>();
    private final Map<String, OperationReply> done = new ConcurrentHashMap<>();
    private final Set<String> refused = ConcurrentHashMap.newKeySet();
    private final Queue<String> defects = new ConcurrentLinkedQueue<>();

    /** Empty when it was refused. */
    Optional<OperationReply> to(Wish wish, Rest node) {
        Optional<OperationReply> reply = to(wish.operation() + " by " + wish.person() + " on " + wish.target(), () -> wish.over(node));
        reply.ifPresentOrElse(r -> done.put(wish.request().opId, r), () -> refused.add(wish.request().opId));
        return reply;
    }

    /** The same for a question, which leaves nothing. */
    <T> Optional<T> to(String what, Supplier<T> question) {
        for (int tries = 1; ; tries++) {
            try {
                T answer = question.get();
                count("success");
                return Optional.of(answer);
            } catch (Refusal refusal) {
                count(refusal.code());
                if (!isExpected(refusal)) {
                    defects.add(what + ": " + refusal.raw());
                }
                if (!refusal.code().equals(ErrorCode.LOCKED.name()) || tries == MOST_TRIES) {
                    return Optional.empty();
                }
            } catch (Unanswered | AssertionError e) {
                count("none");
                defects.add(what + ": " + e);
                return Optional.empty();
            }
        }
    }

    private void count(String code) {
        codes.computeIfAbsent(code, c -> new LongAdder()).increment();
    }

    private static boolean isExpected(Refusal refusal) {
        return refusal.status() < 500 && EXPECTED.stream().anyMatch(c -> c.name().equals(refusal.code()));
    }

    /** Replies by the ids of what was done. */
    Map<String, OperationReply> done() {
        return done;
    }

    /** Ids under which nothing was done, however often and over whichever node it was asked for. */
    Set<String> refused() {
        return refused.stream().filter(id -> !done.containsKey(id)).collect(Collectors.toSet());
    }

    /** Answers that nobody should get. */
    List<String> defects() {
        return List.copyOf(defects);
    }

    Set<String> codes() {
        return codes.keySet();
    }

    @Override
    public String toString() {
        return codes.toString();
    }
}
