package wf.store;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;

/** A clock that stands still until a test moves it. */
public final class MutableClock implements InstantSource {
    private volatile Instant now = Instant.parse("2026-03-02T08:00:00Z");

    @Override
    public Instant instant() {
        return now;
    }

    /** Lets time pass. */
    public void advance(Duration time) {
        now = now.plus(time);
    }
}
