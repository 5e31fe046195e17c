package wf.face;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.exc.MismatchedInputException;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import wf.contract.SubmitRequest;

class MomentsTest {

    @ParameterizedTest
    @ValueSource(strings = {"2026-11-22T10:00:00+08:00", "2026-11-22T10:00:00+0800", "2026-11-22T02:00:00Z", "2026-11-22T02:00:00.000Z", "2026-11-22T10:00+08:00"})
    void aMomentHasItsZone(String text) throws Exception {
        assertThat(read("\"" + text + "\"").delayUntil.toInstant()).isEqualTo(Instant.parse("2026-11-22T02:00:00Z"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"\"2026-11-22\"", "\"2026-11-22T10:00:00\"", "\"20261122\"", "20261122", "1795312800000", "\"tomorrow\"", "true", "\"2026-02-30T10:00:00Z\"", "\"\""})
    void whatCouldBeAnotherMomentElsewhereIsNone(String json) {
        assertThatThrownBy(() -> read(json)).isInstanceOf(MismatchedInputException.class);
    }

    @Test
    void noMomentIsNone() throws Exception {
        assertThat(read("null").delayUntil).isNull();
    }

    private static SubmitRequest read(String moment) throws Exception {
        return Json.MAPPER.readValue("{\"delayUntil\":" + moment + "}", SubmitRequest.class);
    }
}
