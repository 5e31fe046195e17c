package wf.instance;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import wf.contract.ParticipantRole;
import wf.instance.TokenEvent.ParticipantsFound;

/** Where turns go round is a column of a hundred signs, and so may the id of a node be. */
class TurnPlaceTest {

    private static String readers(String node) {
        return ParticipantsFound.place(ParticipantRole.READER, node);
    }

    @Test
    void theReadersOfANodeHaveTheirOwnPlaceHoweverLongItsId() {
        assertThat(readers("audit")).isEqualTo("audit/READER");
        String first = "x".repeat(99) + "1";
        String second = "x".repeat(99) + "2";
        assertThat(readers(first)).hasSizeLessThanOrEqualTo(100).isEqualTo(readers(first)).isNotEqualTo(readers(second));
        assertThat(ParticipantsFound.place(ParticipantRole.HANDLER, first)).isEqualTo(first);
    }
}
