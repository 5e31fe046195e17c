package wf.scenario;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static wf.scenario.Model.byStarter;
import static wf.scenario.Model.offeredTo;
import static wf.scenario.Model.process;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.Test;
import wf.command.Command;
import wf.contract.ErrorCode;
import wf.contract.OpenReply;
import wf.contract.OperationRequest;
import wf.contract.SubmitRequest;
import wf.refusal.Refused;

/** What somebody has typed and not yet submitted is his own: nobody else reads it, and it goes out under no other name. */
class DraftTest extends StoreTest {

    /** An instance whose offered item li has claimed and filled in, but not submitted. */
    private long claimedByLi(String key) {
        engine.deploy(process(key).step("draft", byStarter()).step("review", offeredTo("li", "wang")).end());
        long instance = engine.start("zhao", key, Map.of()).instanceId();
        engine.execute("zhao", Command.onItem("submit", itemOf(instance), new SubmitRequest()));
        engine.execute("li", Command.onItem("claim", itemOf(instance), new OperationRequest()));
        save("li", itemOf(instance), "what li thinks");
        return instance;
    }

    private long itemOf(long instance) {
        return engine.openItems(instance).get(0).id();
    }

    private void save(String person, long item, String opinion) {
        OperationRequest draft = new OperationRequest();
        draft.opinion = opinion;
        draft.variables = List.of(World.property("note", opinion));
        engine.shell.attempts.of(Locale.ENGLISH, () -> engine.shell.items.save(engine.caller(person), item, draft));
    }

    private OpenReply open(StoreEngine node, String person, long item) {
        return node.shell.attempts.of(Locale.ENGLISH, () -> node.shell.items.open(node.caller(person), item));
    }

    private List<String> opinions(long instance) {
        return engine.shell.journal.read("default", instance).stream().map(r -> r.opinion).toList();
    }

    @Test
    void aDraftLeavesWithItsAuthor() {
        long instance = claimedByLi("putback");
        engine.execute("li", Command.onItem("unclaim", itemOf(instance), new OperationRequest()));
        engine.execute("wang", Command.onItem("claim", itemOf(instance), new OperationRequest()));
        assertThat(open(engine, "wang", itemOf(instance)).opinionDraft).isNull();
        engine.execute("wang", Command.onItem("submit", itemOf(instance), new SubmitRequest()));
        assertThat(opinions(instance)).doesNotContain("what li thinks");
        assertThat(engine.variable(instance, "note")).isNull();
    }

    @Test
    void anAdministratorSubmitsWithoutTheHoldersDraft() {
        long instance = claimedByLi("asadmin");
        engine.execute("admin", Command.onItem("submit", itemOf(instance), new SubmitRequest()));
        assertThat(opinions(instance)).doesNotContain("what li thinks");
        assertThat(engine.variable(instance, "note")).isNull();
    }

    @Test
    void whoeverHasPutTheWorkBackElsewhereNeitherReadsNorWritesTheDraftOfTheNext() {
        long instance = claimedByLi("elsewhere");
        long item = itemOf(instance);
        try (StoreEngine other = secondNode()) {
            other.execute("li", Command.onItem("unclaim", item, new OperationRequest()));
            other.execute("wang", Command.onItem("claim", item, new OperationRequest()));
            assertThatThrownBy(() -> save("li", item, "too late")).isInstanceOfSatisfying(Refused.class,
                    e -> assertThat(e.problem().code).isEqualTo(ErrorCode.FORBIDDEN));
            assertThat(open(engine, "li", item).workItem.owner.id).isEqualTo("wang");
        }
    }
}
