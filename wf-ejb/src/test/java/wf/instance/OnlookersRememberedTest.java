package wf.instance;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import wf.contract.ParticipantRole;

/** A node through which many tokens come does not remember readers without end. */
class OnlookersRememberedTest {

    private static Onlookers found(int from) {
        return new Onlookers(ParticipantRole.READER, "audit", IntStream.range(from, from + 600).mapToObj(i -> "user:p" + i).toList());
    }

    @Test
    void soManyAreRememberedOfOneNodeHoweverOftenATokenComes() {
        List<String> remembered = found(0).then(found(300)).then(found(600)).candidates();
        assertThat(remembered).hasSize(Onlookers.MOST).doesNotHaveDuplicates().startsWith("user:p0").endsWith("user:p999");
    }
}
