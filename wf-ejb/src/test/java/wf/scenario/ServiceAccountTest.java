package wf.scenario;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static wf.scenario.Model.by;
import static wf.scenario.Model.byStarter;
import static wf.scenario.Model.process;

import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.Supplier;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import wf.access.Caller;
import wf.access.Service;
import wf.command.Command;
import wf.contract.AccessReply;
import wf.contract.AccessRequest;
import wf.contract.ErrorCode;
import wf.contract.IssueServiceKeyRequest;
import wf.contract.PutServiceAccountRequest;
import wf.contract.ServiceAccountInfo;
import wf.contract.StartRequest;
import wf.refusal.Refused;

/** §10.1, §10.6: what administrators say about programs, the keys that they give them, and what the journal tells of both. */
class ServiceAccountTest extends StoreTest {

    @BeforeAll
    void deploy() {
        engine.deploy(process("order").step("draft", byStarter()).step("review", by("li")).end());
    }

    @BeforeEach
    void nothingIsSaid() throws Exception {
        change("delete from wf_service_key");
        change("delete from wf_service_account");
    }

    @Test
    void aNewAccountMayDoNothingUntilItIsSaid() {
        put("portal", r -> r.name = "门户");
        ServiceAccountInfo account = get("portal");
        assertThat(account.name).isEqualTo("门户");
        assertThat(account.enabled).isTrue();
        assertThat(account.persons).isEmpty();
        assertThat(account.operations).isEmpty();
        put("portal", r -> {
            r.persons = List.of("user:zhao", "group:finance");
            r.operations = List.of("submit");
        });
        put("portal", r -> r.enabled = false);
        assertThat(get("portal").persons).as("what is not sent stays").containsExactly("group:finance", "user:zhao");
        put("portal", r -> r.persons = List.of(""));
        assertThat(get("portal").persons).isEmpty();
    }

    @Test
    void aKeyIsShownOnceAndRenewedWithAGrace() {
        put("portal", r -> r.name = "portal");
        IssueServiceKeyRequest request = new IssueServiceKeyRequest();
        request.opId = "key-1";
        AccessReply first = issue(request);
        assertThat(first.key).startsWith("wfk." + engine.tenant + ".");
        AccessReply again = issue(request);
        assertThat(again.key).as("the same once more shows no secret").isNull();
        assertThat(again.serviceAccount.keys).hasSize(1);
        String old = first.serviceAccount.keys.get(0).id;
        IssueServiceKeyRequest renewal = new IssueServiceKeyRequest();
        renewal.replaces = old;
        renewal.graceMinutes = 10;
        issue(renewal);
        assertThat(get("portal").keys).filteredOn(k -> k.live).hasSize(2);
        engine.clock.advance(java.time.Duration.ofMinutes(10));
        assertThat(get("portal").keys).filteredOn(k -> k.live).extracting(k -> k.id).doesNotContain(old).hasSize(1);
        String last = get("portal").keys.stream().filter(k -> k.live).findFirst().orElseThrow().id;
        done(() -> engine.shell.serviceAccounts.endKey(engine.caller("admin"), "portal", last, new AccessRequest()));
        assertThat(get("portal").keys).noneMatch(k -> k.live).filteredOn(k -> k.id.equals(last)).allMatch(k -> k.endedBy.equals("admin"));
        refused(ErrorCode.NOT_FOUND, () -> engine.shell.serviceAccounts.endKey(engine.caller("admin"), "portal", last, new AccessRequest()));
    }

    @Test
    void thereAreNeverMoreThanFiveKeys() {
        put("portal", r -> r.name = "portal");
        for (int i = 0; i < 5; i++) {
            issue(new IssueServiceKeyRequest());
        }
        refused(ErrorCode.QUOTA, () -> engine.shell.serviceAccounts.issueKey(engine.caller("admin"), "portal", new IssueServiceKeyRequest()));
        IssueServiceKeyRequest renewal = new IssueServiceKeyRequest();
        renewal.replaces = get("portal").keys.get(0).id;
        assertThat(issue(renewal).key).isNotNull();
    }

    @Test
    void aPreviewStoresNothingAndShowsNoKey() {
        put("portal", r -> r.name = "portal");
        IssueServiceKeyRequest request = new IssueServiceKeyRequest();
        request.preview = true;
        assertThat(issue(request).key).isNull();
        put("portal", r -> {
            r.preview = true;
            r.name = "another";
        });
        assertThat(get("portal").name).isEqualTo("portal");
        assertThat(get("portal").keys).isEmpty();
    }

    @Test
    void whatCannotBeReadIsRefused() {
        for (String id : new String[] {null, "", "Portal", "a b", "门户", "-x", "x".repeat(41), "a'--"}) {
            refused(ErrorCode.INVALID_INPUT, () -> engine.shell.serviceAccounts.put(engine.caller("admin"), id, named()));
        }
        for (String word : List.of("zhao", "user:", "user:a,b", "role:x", "user:\u0001", "**")) {
            refused(ErrorCode.INVALID_INPUT, () -> {
                PutServiceAccountRequest request = named();
                request.persons = List.of(word);
                return engine.shell.serviceAccounts.put(engine.caller("admin"), "portal", request);
            });
        }
        refused(ErrorCode.NOT_FOUND, () -> engine.shell.serviceAccounts.get(engine.caller("admin"), "nothing"));
        refused(ErrorCode.NOT_FOUND, () -> engine.shell.serviceAccounts.get(engine.caller("admin"), "' or 1=1 --"));
    }

    @Test
    void onlyAdministratorsAndNeverProgramsAdministerThem() {
        put("portal", r -> r.name = "portal");
        Caller program = new Caller(engine.tenant, "admin", "REST", "127.0.0.1", Locale.ENGLISH, new Service("portal", Set.of("*")), null);
        for (Caller caller : List.of(engine.caller("zhao"), program)) {
            refused(ErrorCode.FORBIDDEN, () -> engine.shell.serviceAccounts.list(caller));
            refused(ErrorCode.FORBIDDEN, () -> engine.shell.serviceAccounts.get(caller, "portal"));
            refused(ErrorCode.FORBIDDEN, () -> engine.shell.serviceAccounts.put(caller, "portal", named()));
            refused(ErrorCode.FORBIDDEN, () -> engine.shell.serviceAccounts.issueKey(caller, "portal", new IssueServiceKeyRequest()));
            refused(ErrorCode.FORBIDDEN, () -> engine.shell.serviceAccounts.endKey(caller, "portal", "x", new AccessRequest()));
        }
    }

    @Test
    void theJournalAndTheHistoryNameThePersonAndTheProgram() {
        Caller program = new Caller(engine.tenant, "zhao", "REST", "127.0.0.1", Locale.ENGLISH, new Service("portal", Set.of("start")), null);
        StartRequest start = new StartRequest();
        start.definitionKey = "order";
        long instance = done(() -> engine.shell.bus.execute(program, Command.create("start", start))).instanceId;
        var entry = engine.shell.transactions.required(() -> {
            var on = engine.shell.reading.instance(engine.caller("zhao"), instance);
            return engine.shell.history.read(engine.caller("zhao"), on.image(), on.definition(), on.directory(), on.sight());
        }).entries.get(0);
        assertThat(entry.actor.id).isEqualTo("zhao");
        assertThat(entry.service).isEqualTo("portal");
        assertThat(engine.shell.transactions.required(() -> engine.shell.journal.verify(engine.tenant, instance)).intact).isTrue();
    }

    private interface Said {
        void in(PutServiceAccountRequest request);
    }

    private static PutServiceAccountRequest named() {
        PutServiceAccountRequest request = new PutServiceAccountRequest();
        request.name = "portal";
        return request;
    }

    private void put(String account, Said said) {
        PutServiceAccountRequest request = new PutServiceAccountRequest();
        said.in(request);
        done(() -> engine.shell.serviceAccounts.put(engine.caller("admin"), account, request));
    }

    private AccessReply issue(IssueServiceKeyRequest request) {
        return done(() -> engine.shell.serviceAccounts.issueKey(engine.caller("admin"), "portal", request));
    }

    private ServiceAccountInfo get(String account) {
        return done(() -> engine.shell.serviceAccounts.get(engine.caller("admin"), account));
    }

    private <T> T done(Supplier<T> work) {
        return engine.shell.attempts.of(Locale.ENGLISH, work);
    }

    private void refused(ErrorCode code, Supplier<?> act) {
        assertThatThrownBy(() -> done(act)).isInstanceOfSatisfying(Refused.class, e -> {
            assertThat(e.problem().code).isEqualTo(code);
            assertThat(e.problem().message).doesNotContain("{0", "{1", "Exception");
        });
    }
}
