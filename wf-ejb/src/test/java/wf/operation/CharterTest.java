package wf.operation;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import wf.contract.FormMode;

/** What identities may do where a tenant has said nothing about it. */
class CharterTest {

    private static final Charter CHARTER = Charter.of(Operations.builtIn());

    static Stream<Operation<?>> operations() {
        return Operations.builtIn().all().stream();
    }

    @ParameterizedTest
    @MethodSource("operations")
    void eachIdentityMayWhatTheOperationSays(Operation<?> operation) {
        assertThat(Identity.BUILT_IN.stream().filter(i -> CHARTER.grants(operation.name(), Set.of(i)))).containsExactlyInAnyOrderElementsOf(operation.who());
    }

    @Test
    void whatHappensBesideAnInstanceIsGrantedAsTheSpecificationSays() {
        assertThat(Identity.BUILT_IN.stream().filter(i -> CHARTER.grants("urge", Set.of(i))))
                .containsExactly(Identity.SENDER, Identity.CREATOR, Identity.MONITOR, Identity.MANAGER);
        assertThat(Identity.BUILT_IN.stream().filter(i -> CHARTER.grants("circulate", Set.of(i))))
                .containsExactly(Identity.MAIN, Identity.SIGN, Identity.ADDSIGN, Identity.ASSIST, Identity.CREATOR, Identity.MANAGER);
    }

    @Test
    void theyWeighInTheOrderInWhichTheyStand() {
        assertThat(CHARTER.ranked(Set.copyOf(Identity.BUILT_IN))).isEqualTo(Identity.BUILT_IN);
        assertThat(CHARTER.all()).extracting(Standing::identity).doesNotContain(Identity.ANYBODY).hasSize(Identity.BUILT_IN.size() - 1);
    }

    @Test
    void whoeverHoldsWorkFillsItsFormInAndAllOthersRead() {
        for (Identity identity : Identity.BUILT_IN) {
            assertThat(CHARTER.mode(List.of(identity, Identity.ANYBODY))).isEqualTo(Identity.HOLDERS.contains(identity) ? FormMode.FILL : FormMode.READ);
        }
        assertThat(CHARTER.mode(Set.of())).isEqualTo(FormMode.READ);
    }

    @Test
    void somebodyMayWhatAnyOfHisIdentitiesMay() {
        Set<Identity> both = Set.of(Identity.ASSIST, Identity.READER);
        assertThat(CHARTER.grants("assistSubmit", both)).isTrue();
        assertThat(CHARTER.granting("assistSubmit", both)).containsExactly(Identity.ASSIST);
        assertThat(CHARTER.grants("assistSubmit", Set.of(Identity.ASSIST))).isTrue();
        assertThat(CHARTER.grants("submit", both)).isFalse();
    }

    @Test
    void theWeightiestSaysHowSomebodyIsShown() {
        Identity legal = new Identity("LEGAL");
        Charter own = CHARTER.with(new Standing(legal, 5_000, Set.of("transfer"), FormMode.FILL, "法务", "Legal", List.of()));
        assertThat(own.ranked(Set.of(legal, Identity.CREATOR, Identity.MAIN))).containsExactly(legal, Identity.MAIN, Identity.CREATOR);
        assertThat(own.mode(Set.of(legal, Identity.CREATOR))).isEqualTo(FormMode.FILL);
        assertThat(own.grants("transfer", Set.of(legal, Identity.CREATOR))).isTrue();
    }

    @Test
    void anIdentityThatIsNoMoreGrantsNothing() {
        assertThat(CHARTER.grants("submit", Set.of(new Identity("GONE")))).isFalse();
        assertThat(CHARTER.ranked(Set.of(new Identity("GONE")))).isEmpty();
    }
}
