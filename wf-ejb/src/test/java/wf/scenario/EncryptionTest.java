package wf.scenario;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static wf.scenario.Model.Line.line;
import static wf.scenario.Model.Line.when;
import static wf.scenario.Model.by;
import static wf.scenario.Model.process;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import wf.command.Command;
import wf.contract.DefinitionReply;
import wf.contract.DefinitionRequest;
import wf.contract.DeployRequest;
import wf.contract.ErrorCode;
import wf.contract.OpenReply;
import wf.contract.OperationReply;
import wf.contract.OperationRequest;
import wf.contract.ReturnRequest;
import wf.contract.StartRequest;
import wf.contract.SubmitRequest;
import wf.refusal.Refused;
import wf.setting.Setting;

/** Encrypted fields: in the database nobody reads them, and when their key is erased nobody does anywhere (§11.1, §11.2a). */
class EncryptionTest extends StoreTest {

    private static final String SECRET = "6222020200098765";
    private static final String FIELD = "<wf:field name=\"card\" type=\"STRING\" access=\"WRITE\" sensitivity=\"encrypted\"/>"
            + "<wf:field name=\"salary\" type=\"INTEGER\" access=\"WRITE\" sensitivity=\"encrypted\"/>"
            + "<wf:field name=\"note\" type=\"STRING\" access=\"WRITE\"/>";
    private static final Model.Who DRAFT = new Model.Who(" wf:starter=\"true\"", FIELD);

    @BeforeAll
    void deploy() {
        System.setProperty(Setting.SEALING_KEY.property(), "first");
        System.setProperty("wf.key.first", Base64.getEncoder().encodeToString("0123456789abcdef0123456789abcdef".getBytes(StandardCharsets.US_ASCII)));
        engine.deploy(process("pay").step("draft", DRAFT).choice(when("salary > 100000", "high", by("li")), line("low", by("wang"))).end());
    }

    @AfterAll
    void noKey() {
        System.clearProperty(Setting.SEALING_KEY.property());
        System.clearProperty("wf.key.first");
    }

    private long started() {
        return engine.start("zhao", "pay", Map.of("card", SECRET)).instanceId();
    }

    private void submit(long instance, String person, Object... variables) {
        SubmitRequest request = new SubmitRequest();
        for (int i = 0; i < variables.length; i += 2) {
            request.variables.add(World.property((String) variables[i], variables[i + 1]));
        }
        engine.execute(person, Command.onItem("submit", item(instance), request));
        engine.checkStored(instance);
    }

    private long item(long instance) {
        return engine.openItems(instance).get(0).id();
    }

    private long completed() {
        long instance = started();
        submit(instance, "zhao", "salary", 200_000, "note", "for May");
        submit(instance, "li");
        return instance;
    }

    private OperationReply erase(String person, long instance) {
        OperationRequest request = new OperationRequest();
        return engine.shell.attempts.of(engine.caller(person).locale(), () -> engine.shell.erasing.erase(engine.caller(person), instance, request));
    }

    private static void refused(ErrorCode code, Runnable act) {
        assertThatThrownBy(act::run).isInstanceOfSatisfying(Refused.class, e -> assertThat(e.problem().code).isEqualTo(code));
    }

    /** Nowhere in what the database keeps of instances. */
    private void isNowhere(String text) throws Exception {
        assertThat(packed("moving", "wf_instance")).isNotEmpty().noneMatch(stored -> stored.contains(text));
        assertThat(packed("packed", "wf_journal")).isNotEmpty().noneMatch(stored -> stored.contains(text));
        for (String place : List.of("wf_instance where lasting", "wf_snapshot where body", "wf_work_item where draft",
                "wf_operation where reply", "wf_outbox where body", "wf_job where body")) {
            assertThat(rows(place + " like '%" + text + "%'")).as(place).isZero();
        }
    }

    @Test
    void whoeverTakesTheDatabaseReadsNoEncryptedValue() throws Exception {
        long instance = started();
        OperationRequest saved = new OperationRequest();
        saved.variables.add(World.property("card", SECRET + "1"));
        saved.variables.add(World.property("note", "half written"));
        long item = item(instance);
        engine.shell.attempts.of(engine.caller("zhao").locale(), () -> engine.shell.items.save(engine.caller("zhao"), item, saved));
        isNowhere(SECRET);
        assertThat(rows("wf_work_item where draft like '%half written%'")).isEqualTo(1);
        for (int i = 0; i < 11; i++) {
            submit(instance, "zhao", "card", SECRET, "salary", 654_321);
            engine.execute("li", Command.onItem("return", item(instance), new ReturnRequest()));
        }
        assertThat(rows("wf_snapshot where instance_id = " + instance)).isEqualTo(1);
        isNowhere(SECRET);
        isNowhere("654321");
    }

    @Test
    void theProcessDecidesByEncryptedValuesAndItsPeopleFillThemIn() {
        long instance = started();
        OperationRequest saved = new OperationRequest();
        saved.variables.add(World.property("card", "1111222233334444"));
        long item = item(instance);
        engine.shell.attempts.of(engine.caller("zhao").locale(), () -> engine.shell.items.save(engine.caller("zhao"), item, saved));
        OpenReply open = engine.shell.transactions.required(() -> engine.shell.items.open(engine.caller("zhao"), item));
        assertThat(open.fields).filteredOn(f -> f.name.equals("card")).allMatch(f -> f.value.equals("1111222233334444") && !f.masked);
        submit(instance, "zhao", "salary", 200_000);
        assertThat(engine.openItems(instance)).extracting(i -> i.node()).containsExactly("high");
        assertThat(engine.stored(instance).variables().get("card").text()).isEqualTo("1111222233334444");
        assertThat(secondNode().stored(instance).variables().get("salary").toJava()).isEqualTo(200_000L);
    }

    @Test
    void readersSeeThemMasked() {
        long instance = completed();
        assertThat(history("zhao", instance).get(0).changes).allMatch(c -> c.after.equals("****8765") && c.masked);
        assertThat(engine.shell.snapshotReader.get(engine.caller("admin"), instance, 3).variables)
                .filteredOn(p -> p.name.equals("salary")).allMatch(p -> p.value.equals("****0"));
    }

    @Test
    void theSameValueIsStoredDifferentlyEachTime() throws Exception {
        started();
        long before = rows("wf_sealing_key");
        started();
        assertThat(rows("wf_sealing_key") - before).isEqualTo(1);
        assertThat(packed("packed", "wf_journal where operation = 'start'")).doesNotHaveDuplicates();
    }

    @Test
    void withItsKeyTheValuesOfAnInstanceAreGoneAndAllElseStays() throws Exception {
        long instance = completed();
        List<String> told = history("zhao", instance).stream().map(e -> e.operation + e.actor.id + e.at + e.nodeName).toList();
        erase("admin", instance);
        assertThat(rows("wf_sealing_key where wrapped is null and erased_by = 'admin' and instance_id = " + instance)).isEqualTo(1);
        assertThat(history("zhao", instance).stream().map(e -> e.operation + e.actor.id + e.at + e.nodeName).toList()).isEqualTo(told);
        assertThat(history("zhao", instance).get(0).changes).allMatch(c -> c.after.equals("****"));
        assertThat(engine.shell.reading.open(engine.caller("zhao"), instance).fields).filteredOn(f -> f.name.equals("note")).allMatch(f -> f.value.equals("for May"));
        assertThat(engine.shell.reading.open(engine.caller("zhao"), instance).fields).filteredOn(f -> f.name.equals("salary")).allMatch(f -> f.value.equals("****"));
        assertThat(engine.shell.snapshots.asOf("default", instance, 2).variables().get("card").text()).isEmpty();
        assertThat(engine.shell.snapshotReader.verify(engine.caller("zhao"), instance).intact).isTrue();
        erase("admin", instance);
    }

    @Test
    void onlyAnAdministratorErasesAndOnlyWhatHasEnded() {
        long instance = started();
        refused(ErrorCode.ILLEGAL_STATE, () -> erase("admin", instance));
        refused(ErrorCode.FORBIDDEN, () -> erase("zhao", instance));
        refused(ErrorCode.NOT_FOUND, () -> erase("admin", 1));
        assertThat(engine.stored(instance).variables().get("card").text()).isEqualTo(SECRET);
    }

    @Test
    void whatSomebodyTypesThatLooksSealedStaysWhatItIs() {
        long instance = started();
        submit(instance, "zhao", "note", "enc1:bm90IHNlYWxlZCBieSB1cyBhdCBhbGwhIQ==", "card", "enc1:x", "salary", 1);
        assertThat(secondNode().stored(instance).variables().get("note").text()).isEqualTo("enc1:bm90IHNlYWxlZCBieSB1cyBhdCBhbGwhIQ==");
        assertThat(secondNode().stored(instance).variables().get("card").text()).isEqualTo("enc1:x");
    }

    @Test
    void aProcessWithEncryptedFieldsIsNotReleasedWithoutAMasterKey() {
        DeployRequest request = new DeployRequest();
        request.source = process("keyless").step("draft", DRAFT).end().getBytes(StandardCharsets.UTF_8);
        DefinitionReply deployed = engine.shell.attempts.of(engine.caller("admin").locale(), () -> engine.shell.definitions.deploy(engine.caller("admin"), request));
        System.setProperty(Setting.SEALING_KEY.property(), "missing");
        try {
            refused(ErrorCode.UNAVAILABLE, () -> engine.shell.attempts.of(engine.caller("admin").locale(),
                    () -> engine.shell.definitions.release(engine.caller("admin"), deployed.definitions.get(0).id, new DefinitionRequest())));
            refused(ErrorCode.UNAVAILABLE, () -> engine.execute("zhao", Command.create("start", start())));
        } finally {
            System.setProperty(Setting.SEALING_KEY.property(), "first");
        }
    }

    private static StartRequest start() {
        StartRequest request = new StartRequest();
        request.definitionKey = "pay";
        request.variables.add(World.property("card", SECRET));
        return request;
    }

    @Test
    void aKeyThatWasReplacedInTheSettingsStillOpensWhatItClosed() {
        long instance = started();
        System.setProperty("wf.key.second", Base64.getEncoder().encodeToString("fedcba9876543210fedcba9876543210".getBytes(StandardCharsets.US_ASCII)));
        System.setProperty(Setting.SEALING_KEY.property(), "second");
        try {
            submit(instance, "zhao", "salary", 5);
            long later = started();
            submit(later, "zhao", "salary", 6);
            assertThat(secondNode().stored(instance).variables().get("card").text()).isEqualTo(SECRET);
            assertThat(secondNode().stored(later).variables().get("card").text()).isEqualTo(SECRET);
        } finally {
            System.setProperty(Setting.SEALING_KEY.property(), "first");
        }
    }
}
