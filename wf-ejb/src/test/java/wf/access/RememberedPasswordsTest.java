package wf.access;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import wf.store.MutableClock;

class RememberedPasswordsTest {
    private static final Account LI = new Account("default", "li");

    private final MutableClock clock = new MutableClock();

    @Test
    void aPasswordIsRememberedForFiveMinutesAtMost() {
        RememberedPasswords remembered = new RememberedPasswords(Duration.ofHours(1), 10, clock);
        remembered.remember(LI, 1, "secret");
        clock.advance(Duration.ofMinutes(5).minusNanos(1));
        assertThat(remembered.knows(LI, 1, "secret")).isTrue();
        clock.advance(Duration.ofNanos(1));
        assertThat(remembered.knows(LI, 1, "secret")).isFalse();
    }

    @Test
    void usingItDoesNotProlongIt() {
        RememberedPasswords remembered = new RememberedPasswords(Duration.ofMinutes(5), 10, clock);
        remembered.remember(LI, 1, "secret");
        clock.advance(Duration.ofMinutes(4));
        assertThat(remembered.knows(LI, 1, "secret")).isTrue();
        clock.advance(Duration.ofMinutes(4));
        assertThat(remembered.knows(LI, 1, "secret")).isFalse();
    }

    @Test
    void itFitsOnlyThisPasswordOfThisPersonAsHeIsNow() {
        RememberedPasswords remembered = new RememberedPasswords(Duration.ofMinutes(5), 10, clock);
        remembered.remember(LI, 1, "secret");
        assertThat(remembered.knows(LI, 1, "Secret")).isFalse();
        assertThat(remembered.knows(LI, 2, "secret")).isFalse();
        assertThat(remembered.knows(new Account("other", "li"), 1, "secret")).isFalse();
        remembered.forget(LI);
        assertThat(remembered.knows(LI, 1, "secret")).isFalse();
    }

    @Test
    void itsSizeIsBounded() {
        RememberedPasswords remembered = new RememberedPasswords(Duration.ofMinutes(5), 2, clock);
        remembered.remember(LI, 1, "secret");
        remembered.remember(new Account("default", "wang"), 1, "secret");
        remembered.remember(new Account("default", "sun"), 1, "secret");
        assertThat(remembered.knows(LI, 1, "secret")).isFalse();
        assertThat(remembered.knows(new Account("default", "sun"), 1, "secret")).isTrue();
    }

    @Test
    void itCanBeSwitchedOff() {
        RememberedPasswords remembered = new RememberedPasswords(Duration.ZERO, 10, clock);
        remembered.remember(LI, 1, "secret");
        assertThat(remembered.knows(LI, 1, "secret")).isFalse();
    }
}
