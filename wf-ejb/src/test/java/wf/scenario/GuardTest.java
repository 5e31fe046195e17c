package wf.scenario;

import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static wf.scenario.Model.by;
import static wf.scenario.Model.process;

import java.util.Map;
import org.junit.jupiter.api.Test;
import wf.instance.ProcessInstance;
import wf.store.Conflict;
import wf.store.JournalEnd;

/** The guard on which everything rests: who decided from an old version does not get to write. */
class GuardTest extends StoreTest {

    @Test
    void anOldVersionIsNotWritten() {
        engine.deploy(process("guard").step("a", by("li")).end());
        long instance = engine.start("zhao", "guard", Map.of()).instanceId();
        ProcessInstance old = engine.shell.instances.load("default", instance).orElseThrow().image();
        old.nextVersion();
        old.nextVersion();
        assertThatThrownBy(() -> engine.shell.transactions.required(() -> {
            engine.shell.instances.advance("default", old, new JournalEnd(9, "x"));
            return null;
        })).isInstanceOf(Conflict.class);
    }
}
