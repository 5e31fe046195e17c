package wf.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.Test;
import wf.contract.ErrorCode;
import wf.refusal.Refused;
import wf.setting.Settings;
import wf.store.MutableClock;

class EntryLimitTest {
    private final MutableClock clock = new MutableClock();
    private final EntryLimit limit = new EntryLimit(new Settings(Map.of("wf.enter.limit", "3")::get, name -> null), clock);

    @Test
    void whoeverComesInTooOftenWaitsAndOthersDoNot() {
        for (int visit = 0; visit < 3; visit++) {
            limit.mayEnter("192.0.2.1", Locale.ENGLISH);
        }
        assertThatThrownBy(() -> limit.mayEnter("192.0.2.1", Locale.ENGLISH)).isInstanceOfSatisfying(Refused.class, e -> {
            assertThat(e.problem().code).isEqualTo(ErrorCode.TOO_MANY);
            assertThat(e.problem().message).containsPattern("in \\d+ seconds");
        });
        assertThatCode(() -> limit.mayEnter("192.0.2.2", Locale.ENGLISH)).doesNotThrowAnyException();
        clock.advance(Duration.ofMinutes(1));
        assertThatCode(() -> limit.mayEnter("192.0.2.1", Locale.ENGLISH)).doesNotThrowAnyException();
    }

    @Test
    void addressesOfOneHouseAreOneInTheNewProtocol() {
        for (int visit = 0; visit < 3; visit++) {
            limit.mayEnter("2001:db8:1:2::" + visit, Locale.ENGLISH);
        }
        assertThatThrownBy(() -> limit.mayEnter("2001:db8:1:2::99", Locale.ENGLISH)).isInstanceOf(Refused.class);
        assertThatCode(() -> limit.mayEnter("2001:db8:1:3::1", Locale.ENGLISH)).doesNotThrowAnyException();
    }
}
