package wf.scenario;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static wf.scenario.Model.by;
import static wf.scenario.Model.process;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.Test;
import wf.access.Caller;
import wf.command.Command;
import wf.contract.DefinitionRequest;
import wf.contract.DeployRequest;
import wf.contract.ErrorCode;
import wf.contract.SubmitRequest;
import wf.instance.ProcessInstance;
import wf.refusal.Refused;
import wf.store.Conflict;
import wf.store.JournalEnd;
import wf.store.Writes;

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
            advance(old);
            return null;
        })).isInstanceOf(Conflict.class);
    }

    @Test
    void whoFindsTheRowHeldTriesAgain() throws Exception {
        engine.deploy(process("held").step("a", by("li")).end());
        long instance = engine.start("zhao", "held", Map.of()).instanceId();
        CountDownLatch held = new CountDownLatch(1);
        Thread holder = new Thread(() -> hold(instance, held));
        holder.start();
        held.await();
        assertThat(engine.execute("li", Command.onItem("submit", engine.openItems(instance).get(0).id(), new SubmitRequest())).version)
                .isEqualTo(2);
        holder.join();
    }

    private void advance(ProcessInstance image) {
        Writes writes = engine.shell.instances.writes("default", image.id());
        engine.shell.instances.advance(writes, "default", image, new JournalEnd(9, "x"));
        engine.shell.instances.flush(writes, "default", image.id());
    }

    /** Longer than the database lets another one wait, and without effect in the end. */
    private void hold(long instance, CountDownLatch held) {
        try {
            engine.shell.transactions.required(() -> {
                ProcessInstance image = engine.shell.instances.load("default", instance).orElseThrow().image();
                image.nextVersion();
                advance(image);
                held.countDown();
                LockSupport.parkNanos(3_500_000_000L);
                throw new Conflict("let go");
            });
        } catch (Conflict e) {
            // It was to be rolled back.
        }
    }

    @Test
    void ofTwoWhoChangeADefinitionAtOnceOneIsToldOfTheOther() throws Exception {
        DeployRequest request = new DeployRequest();
        request.source = process("both").step("a", by("li")).end().getBytes(StandardCharsets.UTF_8);
        Caller admin = engine.caller("admin");
        long id = engine.shell.attempts.of(Locale.ENGLISH, () -> engine.shell.definitions.deploy(admin, request)).definitions.get(0).id;
        List<ErrorCode> refused = Collections.synchronizedList(new ArrayList<>());
        Runnable release = () -> {
            try {
                engine.shell.attempts.of(Locale.ENGLISH, () -> engine.shell.definitions.release(admin, id, new DefinitionRequest()));
            } catch (Refused e) {
                refused.add(e.problem().code);
            }
        };
        List<Thread> both = List.of(new Thread(release), new Thread(release));
        both.forEach(Thread::start);
        for (Thread one : both) {
            one.join();
        }
        assertThat(refused).containsExactly(ErrorCode.ILLEGAL_STATE);
    }
}
