package wf.scenario;

import static org.assertj.core.api.Assertions.assertThat;
import static wf.scenario.Model.by;
import static wf.scenario.Model.byStarter;
import static wf.scenario.Model.process;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import wf.access.Caller;
import wf.access.Service;
import wf.audit.AccessLog;
import wf.audit.Attempt;
import wf.audit.Chains;
import wf.command.Command;
import wf.command.Locations;
import wf.command.Reading;
import wf.command.Views;
import wf.contract.ErrorCode;
import wf.contract.History;
import wf.contract.SubmitRequest;
import wf.org.OrgStore;
import wf.query.AccessLogs;
import wf.query.InstanceAccesses;
import wf.refusal.Refused;
import wf.setting.Settings;
import wf.store.DefinitionStore;
import wf.store.Ids;
import wf.store.ItemPlaces;

/** I4 reads the access log too: whoever audits sees in the history of an instance who looked at it and who was refused there. */
class InstanceAccessesTest extends StoreTest {

    private AccessLog log;
    private InstanceAccesses accesses;

    @BeforeAll
    void deploy() {
        engine.deploy(process("seen").step("draft", byStarter()).step("review", by("li")).end());
        engine.deploy(process("unseen").step("draft", byStarter()).end());
    }

    @BeforeEach
    void theAccessLog() {
        Chains chains = new Chains(engine.shell.em, new Ids(engine.shell.em), engine::now, new Settings());
        log = new AccessLog(chains, new ItemPlaces(engine.shell.em), engine.shell.transactions);
        accesses = new InstanceAccesses(new AccessLogs(engine.shell.em, chains, new Views(), tenant -> new SamplePeople()), tenant -> new SamplePeople(),
                new Locations(new OrgStore(engine.shell.em), new DefinitionStore(engine.shell.em, null)));
    }

    private void noted(String person, String operation, Long instance, Long item) {
        log.note(new Attempt(engine.caller(person), engine.now().truncatedTo(ChronoUnit.MICROS), operation, null, Attempt.DONE, null, instance, item));
    }

    private History history(Caller caller, long instance) {
        return engine.shell.transactions.required(() -> {
            Reading.Readable on = engine.shell.reading.journal(caller, instance);
            return accesses.tell(caller, on.image(), engine.shell.history.read(caller, on.image(), on.definition(), on.directory(), on.sight()));
        });
    }

    @Test
    void whoeverAuditsSeesWhoLookedAtTheInstanceAndWhoWasRefused() {
        long instance = engine.start("zhao", "seen", Map.of()).instanceId();
        long draft = engine.openItems(instance).get(0).id();
        engine.execute("zhao", Command.onItem("submit", draft, new SubmitRequest()));
        long review = engine.openItems(instance).get(0).id();
        noted("zhao", "openInstance", instance, null);
        noted("li", "openWorkItem", null, review);
        noted("zhao", "openWorkItem", null, draft);
        log.note(new Attempt(engine.caller("sun"), Instant.now(), "submit", null, Attempt.DONE, null, null, review)
                .refused(Refused.because(ErrorCode.NOT_FOUND, "There is no such item.").problem()));
        noted("sun", "openInstance", engine.start("sun", "unseen", Map.of()).instanceId(), null);
        log.write();

        History told = history(engine.caller("admin"), instance);
        assertThat(told.accesses).extracting(a -> a.actor.id + " " + a.operation + " " + a.outcome)
                .containsExactly("zhao openInstance DONE", "li openWorkItem DONE", "zhao openWorkItem DONE", "sun submit NOT_FOUND");
        assertThat(told.moreAccesses).isFalse();
        assertThat(history(engine.caller("zhao"), instance).accesses).as("who only reads it").isEmpty();
        assertThat(history(engine.caller("li"), instance).accesses).isEmpty();
        Caller program = new Caller("default", "admin", "REST", null, Locale.ENGLISH, new Service("portal", Set.of("*")), null);
        assertThat(history(program, instance).accesses).as("a program for an auditor").isEmpty();
    }

    @Test
    void ofManyTheLatestAreTold() {
        long instance = engine.start("zhao", "seen", Map.of()).instanceId();
        for (int i = 0; i < 205; i++) {
            noted(i < 5 ? "li" : "zhao", "openInstance", instance, null);
        }
        log.write();
        History told = history(engine.caller("admin"), instance);
        assertThat(told.accesses).hasSize(200).allMatch(a -> a.actor.id.equals("zhao"));
        assertThat(told.moreAccesses).isTrue();
    }
}
