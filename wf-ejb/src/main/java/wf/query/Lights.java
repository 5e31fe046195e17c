package wf.query;

import java.time.Duration;
import java.time.Instant;
import wf.contract.Light;

/** 红黄绿灯: how work stands towards its deadline. */
final class Lights {

    private static final Duration SOON = Duration.ofDays(1);

    private Lights() { }

    /**
     * @param dueAt until when, or null
     * @param now the moment for which it is asked: for what is done, when it was
     */
    static Light of(Instant dueAt, Instant now) {
        if (dueAt == null || dueAt.isAfter(now.plus(SOON))) {
            return Light.GREEN;
        }
        return dueAt.isBefore(now) ? Light.RED : Light.YELLOW;
    }
}
