package wf.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Arrays;
import java.util.Base64;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Texts in few bytes, which must be read for as long as a journal is kept. */
class PackedTest {

    private static final String USUAL = """
            {"events":[{"event":"WorkItemClosed","workItemId":16303,"state":"SUBMITTED","handledBy":"u772"},\
            {"event":"NodeLeft","nodeInstanceId":16295,"nodeId":"review","flows":["f2"]},\
            {"event":"NodeEntered","visit":{"id":18702,"nodeId":"join","branchId":16294,"viaFlow":"f2","sender":16295,"sentBy":"u772"}},\
            {"event":"JoinReached","nodeInstanceId":18702}],"identities":["MAIN"]}""";

    @ParameterizedTest
    @ValueSource(strings = {"", "{}", "not JSON", "请假单：三天", "\u0000\uD83D\uDE00"})
    void aTextIsReadAsItWasPacked(String text) {
        assertThat(Packed.text(Packed.of(text))).isEqualTo(text);
    }

    @Test
    void aLongTextIsReadAsItWasPacked() {
        String text = USUAL.repeat(10_000);
        assertThat(Packed.text(Packed.of(text))).isEqualTo(text);
    }

    @Test
    void whatAnOperationUsuallyWritesTakesAQuarter() {
        assertThat(Packed.of(USUAL)).hasSizeLessThan(USUAL.length() / 4);
    }

    /** As the first version with these phrases wrote it: when this fails, no stored journal can be read any more. */
    @Test
    void whatWasPackedOnceIsReadForEver() {
        assertThat(Packed.text(Base64.getDecoder().decode("AcMaY3hD3NDM2MCYcLCXmpsbERv0hmZGlqZIbi9KLctMLUeOhTQjouPB0MLcwAjJsCxgSY8SISDbTJBjBWg4Il6gboFHDsQf6FUH7ooJbD3O8AYA"))).isEqualTo(USUAL);
    }

    @Test
    void whatWasNotPackedIsToldSo() {
        byte[] cut = Arrays.copyOf(Packed.of(USUAL), 20);
        for (byte[] packed : new byte[][] {{}, {7, 1, 2}, {1, 7, 7, 7}, cut}) {
            assertThatThrownBy(() -> Packed.text(packed)).isInstanceOf(IllegalArgumentException.class);
        }
    }
}
