package wf.org.source;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.ZoneId;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;

/** From when and until when somebody counts, as many systems write it. */
class ValidityTest {

    private final Validity validity = new Validity(ZoneId.of("Asia/Shanghai"));

    @ParameterizedTest
    @CsvSource({"2026-03-01, 2026-02-28T16:00:00Z", "20260301000000Z, 2026-03-01T00:00:00Z", "202603010830+0800, 2026-03-01T00:30:00Z",
        "20260301000000.0Z, 2026-03-01T00:00:00Z", "2026-03-01T08:00:00+08:00, 2026-03-01T00:00:00Z", "2026-03-01T00:00:00Z, 2026-03-01T00:00:00Z",
        "2026-03-01T08:00, 2026-03-01T00:00:00Z", "2026-03-01 08:00:00.0, 2026-03-01T00:00:00Z", "2026-03-01 08:00:00+08, 2026-03-01T00:00:00Z",
        "134167968000000000, 2026-03-01T00:00:00Z", "1601-01-01, 1970-01-01T00:00:00Z"})
    void aMomentIsReadAsItIsWritten(String written, Instant moment) {
        assertThat(validity.from(written)).isEqualTo(moment);
    }

    @Test
    void aDayAtTheEndIsTheLastOneThatCounts() {
        assertThat(validity.to("2026-03-31")).isEqualTo(Instant.parse("2026-03-31T16:00:00Z"));
        assertThat(validity.to("2026-03-31T00:00:00Z")).isEqualTo(Instant.parse("2026-03-31T00:00:00Z"));
    }

    @ParameterizedTest
    @NullSource
    @ValueSource(strings = {"", " ", "0", "9223372036854775807", "99991231235959Z", "9999-12-31"})
    void neverIsNoEnd(String written) {
        assertThat(validity.to(written)).isNull();
    }

    @ParameterizedTest
    @ValueSource(strings = {"99991231235959Z", "9999-12-31", "9999-01-01T00:00:01Z"})
    void whatBeginsBeyondAllTimeHasNotBegun(String written) {
        assertThat(validity.from(written)).isEqualTo(Instant.parse("9999-01-01T00:00:00Z"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"soon", "2026-02-30", "2026", "31.03.2026", "20261301000000Z", "99999999999999999999", "2026-03-01T25:00"})
    void whatIsNoMomentIsRefused(String written) {
        assertThatThrownBy(() -> validity.from(written)).isInstanceOf(DateTimeException.class);
    }
}
