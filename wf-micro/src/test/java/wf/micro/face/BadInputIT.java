package wf.micro.face;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static wf.contract.ErrorCode.DUPLICATE_OP;
import static wf.contract.ErrorCode.FORBIDDEN;
import static wf.contract.ErrorCode.ILLEGAL_STATE;
import static wf.contract.ErrorCode.INVALID_INPUT;
import static wf.contract.ErrorCode.INVALID_MODEL;
import static wf.contract.ErrorCode.NOT_FOUND;
import static wf.contract.ErrorCode.RULE_ERROR;
import static wf.contract.ErrorCode.STALE_VERSION;
import static wf.contract.ErrorCode.TOO_LARGE;
import static wf.contract.ErrorCode.UNAUTHENTICATED;
import static wf.scenario.Model.byStarter;
import static wf.scenario.Model.process;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import wf.contract.CategoryRequest;
import wf.contract.CopyRequest;
import wf.contract.CreateCategoryRequest;
import wf.contract.DefinitionDifference;
import wf.contract.DefinitionReply;
import wf.contract.DefinitionRequest;
import wf.contract.DefinitionSource;
import wf.contract.DeployScriptRequest;
import wf.contract.ErrorCode;
import wf.contract.IdentityHolders;
import wf.contract.IdentityList;
import wf.contract.InstancePage;
import wf.contract.InternalSubmitRequest;
import wf.contract.MigrateRequest;
import wf.contract.MigrationReply;
import wf.contract.OperationReply;
import wf.contract.OperationRequest;
import wf.contract.PutIdentityRequest;
import wf.contract.RunScriptRequest;
import wf.contract.StartRequest;
import wf.contract.SubmitRequest;
import wf.contract.TerminateRequest;
import wf.contract.WorkItemPage;
import wf.contract.WorkListKind;
import wf.micro.Eventually;
import wf.micro.Product;
import wf.micro.RunningProduct;
import wf.scenario.World;

/**
 * Whatever is wrong, every face answers with the same code and a sentence that says what to do, tells nothing of the
 * inside, and leaves no row, no message and no lock behind.
 */
@Tag("deployed")
@ExtendWith(RunningProduct.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class BadInputIT {
    private static final String DOCTYPE = "<!DOCTYPE x [<!ENTITY e SYSTEM \"file:///etc/passwd\">]>";
    private static final String BOMB = "<!DOCTYPE x [<!ENTITY l0 'ha'>" + IntStream.range(1, 10)
            .mapToObj(n -> "<!ENTITY l" + n + " '" + ("&l" + (n - 1) + ";").repeat(10) + "'>").collect(Collectors.joining()) + "]>";
    private static final String TWENTY_MEGABYTES = "x".repeat(20_000_000);

    /** Something wrong, the code that answers it, and how it is sent. */
    private record Wrong(String face, String what, ErrorCode code, Ground ground, Runnable attempt) {
        @Override
        public String toString() {
            return face + ": " + what;
        }
    }

    private Product product;
    private final Map<String, Ground> grounds = new LinkedHashMap<>();

    @BeforeAll
    void prepare(Product running) {
        product = running;
        product.faces().forEach(face -> grounds.put(face.getName(), new Ground(face.getPayload())));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource({"onEveryFace", "onRest", "onSoap", "onJms"})
    void isRefusedAndLeavesNothing(Wrong wrong) {
        Map<String, Long> rows = product.rows().counts();
        Refusal refusal = catchThrowableOfType(Refusal.class, wrong.attempt()::run);
        assertThat(refusal).as("nothing was refused").isNotNull();
        assertThat(refusal.code()).as(refusal.raw()).isEqualTo(wrong.code().name());
        assertThat(refusal.status()).isEqualTo(status(wrong.code()));
        assertThat(refusal.sentence()).matches("(?s)(\\S+ ){3,}.*[.:;)].*").doesNotContain("{0}");
        assertThat(refusal.raw()).doesNotContain("Exception", "\tat ", "org.apache", "com.fasterxml", "jakarta.", "root:");
        assertThat(product.rows().counts()).isEqualTo(rows);
        // The broker learns that a message is done after its answer has left.
        Eventually.holds("no message is left", () -> product.messages().left() == 0);
        stillWorks(wrong.ground());
    }

    private static int status(ErrorCode code) {
        return switch (code) {
            case INVALID_INPUT -> 400;
            case UNAUTHENTICATED -> 401;
            case FORBIDDEN -> 403;
            case NOT_FOUND -> 404;
            case STALE_VERSION -> 412;
            case TOO_LARGE -> 413;
            case INVALID_MODEL -> 422;
            default -> 409;
        };
    }

    /** A write on the instance that was tried: it would wait for a lock that was left. */
    private static void stillWorks(Ground ground) {
        ground.face.call("zhao", OperationReply.class, "save", "workItemId", ground.draft, "request", new OperationRequest());
    }

    Stream<Wrong> onEveryFace() {
        List<Wrong> all = new ArrayList<>();
        grounds.forEach((name, at) -> new Table(name, at).fill(all));
        return all.stream();
    }

    /** What can be wrong with an operation, however it travels. */
    private record Table(String face, Ground at) {
        private static final String GOOD = process("bad").step("draft", byStarter()).end();

        void fill(List<Wrong> all) {
            List<Wrong> rows = List.of(
                    wrong("a file that is not well-formed", INVALID_MODEL, () -> deploy(GOOD.replace("</process>", ""))),
                    wrong("a file that is no XML", INVALID_MODEL, () -> deploy("no XML")),
                    wrong("an empty file", INVALID_INPUT, () -> deploy("")),
                    wrong("a DTD in the file", INVALID_MODEL, () -> deploy(GOOD.replace("?>", "?><!DOCTYPE definitions>"))),
                    wrong("an external entity in the file", INVALID_MODEL, () -> deploy(GOOD.replace("?>", "?>" + DOCTYPE).replace("<startEvent", "&e;<startEvent"))),
                    wrong("a process in which nothing can start", INVALID_MODEL, () -> deploy(GOOD.replace("<startEvent id=\"start\"/>", "").replaceAll("<sequenceFlow id=\"start_.*?</sequenceFlow>", "")
                            .replace("<endEvent id=\"end\"/>", "").replace("targetRef=\"end\"", "targetRef=\"draft\""))),
                    wrong("a condition that is no expression", INVALID_MODEL, () -> deploy(GOOD.replace("targetRef=\"end\">", "targetRef=\"end\"><conditionExpression>days ></conditionExpression>").replace("days >", "days &gt;"))),
                    wrong("a script that makes an object of java.lang", INVALID_MODEL, () -> deploy(process("bad").script("s", "x = new('java.lang.ProcessBuilder', 'id')").end())),
                    wrong("a stored script that is none", INVALID_INPUT, () -> script("admin", "if (a = = 1)")),
                    wrong("a script stored by somebody who is no administrator", FORBIDDEN, () -> script("zhao", "a = 1")),
                    wrong("a script that nobody has stored", NOT_FOUND, () -> runScript("admin")),
                    wrong("a script run by somebody who is no administrator", FORBIDDEN, () -> runScript("zhao")),
                    wrong("an operation that nobody can grant", INVALID_INPUT, () -> identity("admin", "LEGAL", r -> r.operations = List.of("fly"))),
                    wrong("an identity without what its work needs", INVALID_INPUT, () -> identity("admin", "MAIN", r -> r.operations = List.of("transfer"))),
                    wrong("a priority that another identity has", ILLEGAL_STATE, () -> identity("admin", "LEGAL", r -> r.priority = 1200)),
                    wrong("an identity with the code of none", INVALID_INPUT, () -> identity("admin", "le gal", r -> { })),
                    wrong("an identity held by people of a process that nobody has deployed", NOT_FOUND, () -> identity("admin", "LEGAL", r -> r.holders = List.of(nowhere()))),
                    wrong("an identity changed by somebody who is no administrator", FORBIDDEN, () -> identity("zhao", "MAIN", r -> r.priority = 1300)),
                    wrong("an identity that is not there", NOT_FOUND, () -> at.face.call("admin", DefinitionReply.class, "resetIdentity", "identityCode", "NOBODY", "request", new DefinitionRequest())),
                    wrong("identities read by somebody who is no administrator", FORBIDDEN, () -> at.face.call("zhao", IdentityList.class, "listIdentities")),
                    wrong("work handed on inside to nobody", INVALID_INPUT, () -> at.face.call("zhao", OperationReply.class, "internalSubmit", "workItemId", at.draft, "request", new InternalSubmitRequest())),
                    wrong("work that is to go on in the past", INVALID_INPUT, this::submitBefore),
                    wrong("a category without a name", INVALID_INPUT, () -> category("a//b")),
                    wrong("a category that does not exist", NOT_FOUND, () -> at.face.call("admin", DefinitionReply.class, "deleteCategory", "request", named(new CategoryRequest(), "no/such"))),
                    wrong("a category made by somebody who is no administrator", FORBIDDEN, () -> at.face.call("zhao", DefinitionReply.class, "createCategory", "request", named(new CreateCategoryRequest(), "x"))),
                    wrong("a copy under a key that is taken", ILLEGAL_STATE, () -> copy(at.key)),
                    wrong("a copy under an impossible key", INVALID_INPUT, () -> copy("two words")),
                    wrong("an export under an impossible key", INVALID_INPUT, () -> at.face.call("zhao", DefinitionSource.class, "getDefinitionSource", "definitionId", at.definition, "asKey", "1")),
                    wrong("a difference from nothing", NOT_FOUND, () -> at.face.call("zhao", DefinitionDifference.class, "compareDefinitions", "definitionId", at.definition, "otherDefinitionId", 1)),
                    wrong("a migration to the same version", INVALID_INPUT, () -> migrate("admin", at.definition)),
                    wrong("a migration to a version that is not there", NOT_FOUND, () -> migrate("admin", 1)),
                    wrong("a migration by somebody who is no administrator", FORBIDDEN, () -> migrate("zhao", at.definition)),
                    wrong("the release of a design", ILLEGAL_STATE, () -> at.face.call("admin", DefinitionReply.class, "release", "definitionId", at.design)),
                    wrong("a condition with an unknown name", RULE_ERROR, submit("zhao", at.draftBefore("nobodySetThis > 3"))),
                    wrong("a condition that reaches java.lang", RULE_ERROR, submit("zhao", at.draftBefore("''.getClass().forName('java.lang.Runtime') != null"))),
                    wrong("somebody else's item, seen by nobody else", NOT_FOUND, submit("qian", at.draft)),
                    wrong("somebody else's item, of an instance that he may read", FORBIDDEN, submit("zhao", at.review)),
                    wrong("an item that does not exist", NOT_FOUND, submit("zhao", 1)),
                    wrong("a closed instance", ILLEGAL_STATE, this::terminate),
                    wrong("a closed item", ILLEGAL_STATE, submit("zhao", at.closedDraft)),
                    wrong("a stale version", STALE_VERSION, () -> submit("zhao", at.draft, null, null, at.version + 1)),
                    wrong("an operation id that was used with another payload", DUPLICATE_OP, () -> submit("zhao", at.usedDraft, at.usedOpId, "something else", null)),
                    wrong("an operation id that another person used", DUPLICATE_OP, () -> submit("li", at.usedDraft, at.usedOpId, null, null)),
                    wrong("an operation id of impossible characters", INVALID_INPUT, () -> submit("zhao", at.draft, "two words", null, null)),
                    wrong("a negative page size", INVALID_INPUT, () -> at.face.call("zhao", WorkItemPage.class, "listWorkItems", "kind", WorkListKind.TODO, "limit", -1)),
                    wrong("a page of nothing", INVALID_INPUT, () -> at.face.call("admin", InstancePage.class, "findInstances", "limit", 0)),
                    wrong("a page too large", INVALID_INPUT, () -> at.face.call("admin", InstancePage.class, "findInstances", "limit", 201)),
                    wrong("a cursor that is none", INVALID_INPUT, () -> at.face.call("admin", InstancePage.class, "findInstances", "cursor", "x!")),
                    wrong("a variable of an impossible name", INVALID_INPUT, () -> submitWith("java.lang")),
                    wrong("a process that does not exist", NOT_FOUND, () -> start("zhao", "no_such_process")),
                    wrong("a process that is not named", INVALID_INPUT, () -> start("zhao", null)),
                    wrong("an unknown person", UNAUTHENTICATED, () -> start("nobody", at.key)));
            all.addAll(rows);
        }

        private Wrong wrong(String what, ErrorCode code, Runnable attempt) {
            return new Wrong(face, what, code, at, attempt);
        }

        private void deploy(String bpmn) {
            at.face.call("admin", DefinitionReply.class, "deploy", "request", Ground.file(bpmn));
        }

        private void category(String path) {
            at.face.call("admin", DefinitionReply.class, "createCategory", "request", named(new CreateCategoryRequest(), path));
        }

        private static <R extends CategoryRequest> R named(R request, String path) {
            request.path = path;
            return request;
        }

        private void copy(String key) {
            CopyRequest request = new CopyRequest();
            request.key = key;
            at.face.call("admin", DefinitionReply.class, "copyDefinition", "definitionId", at.definition, "request", request);
        }

        private void migrate(String person, long toDefinition) {
            MigrateRequest request = new MigrateRequest();
            request.toDefinitionId = toDefinition;
            at.face.call(person, MigrationReply.class, "migrateInstances", "definitionId", at.definition, "request", request);
        }

        private Runnable submit(String person, long item) {
            return () -> submit(person, item, null, null, null);
        }

        private void submit(String person, long item, String opId, String opinion, Long version) {
            SubmitRequest request = new SubmitRequest();
            request.opId = opId;
            request.opinion = opinion;
            request.expectedVersion = version;
            at.face.call(person, OperationReply.class, "submit", "workItemId", item, "request", request);
        }

        private void submitWith(String variable) {
            SubmitRequest request = new SubmitRequest();
            request.variables.add(World.property(variable, 1));
            at.face.call("zhao", OperationReply.class, "submit", "workItemId", at.draft, "request", request);
        }

        private void submitBefore() {
            SubmitRequest request = new SubmitRequest();
            request.delayUntil = new Date(0);
            at.face.call("zhao", OperationReply.class, "submit", "workItemId", at.draft, "request", request);
        }

        private void identity(String person, String code, Consumer<PutIdentityRequest> wrong) {
            PutIdentityRequest request = new PutIdentityRequest();
            request.nameZh = "法务";
            request.nameEn = "Legal";
            request.priority = code.equals("MAIN") ? null : 777;
            wrong.accept(request);
            at.face.call(person, DefinitionReply.class, "putIdentity", "identityCode", code, "request", request);
        }

        private static IdentityHolders nowhere() {
            IdentityHolders holders = new IdentityHolders();
            holders.people = "user:li";
            holders.definitionKey = "nowhere";
            return holders;
        }

        private void script(String person, String source) {
            DeployScriptRequest request = new DeployScriptRequest();
            request.name = "bad";
            request.source = source;
            at.face.call(person, DefinitionReply.class, "deployScript", "request", request);
        }

        private void runScript(String person) {
            RunScriptRequest request = new RunScriptRequest();
            request.script = "nobody-stored-this";
            at.face.call(person, OperationReply.class, "runScript", "instanceId", at.instance, "request", request);
        }

        private void terminate() {
            TerminateRequest request = new TerminateRequest();
            request.reason = "again";
            at.face.call("zhao", OperationReply.class, "terminate", "instanceId", at.closed, "request", request);
        }

        private void start(String person, String key) {
            StartRequest request = new StartRequest();
            request.definitionKey = key;
            at.face.call(person, OperationReply.class, "start", "request", request);
        }
    }

    Stream<Wrong> onRest() {
        Ground at = grounds.get("REST");
        String submit = "workitems/" + at.draft + "/submit";
        return Stream.of(
                rest("invalid JSON", INVALID_INPUT, submit, "application/json", "{\"opinion\": }"),
                rest("an unknown field", INVALID_INPUT, submit, "application/json", "{\"opinoin\":\"x\"}"),
                rest("a list instead of an object", INVALID_INPUT, submit, "application/json", "[]"),
                rest("a body of 20 MB", TOO_LARGE, submit, "application/json", "{\"opinion\":\"" + TWENTY_MEGABYTES + "\"}"),
                rest("a file of 20 MB", TOO_LARGE, "definitions", "application/xml", TWENTY_MEGABYTES),
                rest("malformed XML as the body", INVALID_MODEL, "definitions", "application/xml", "<definitions"),
                rest("a DTD in the body", INVALID_MODEL, "definitions", "application/xml", DOCTYPE + "<definitions>&e;</definitions>"),
                rest("a stale version in If-Match", STALE_VERSION, submit, "application/json", "{}", "If-Match", "\"99\""),
                rest("a used Idempotency-Key", DUPLICATE_OP, submit, "application/json", "{}", "Idempotency-Key", at.usedOpId),
                rest("an item that is no number", INVALID_INPUT, "workitems/abc/submit", "application/json", "{}"),
                rest("an operation that does not exist", NOT_FOUND, "workitems/" + at.draft + "/sumbit", "application/json", "{}"));
    }

    private Wrong rest(String what, ErrorCode code, String path, String type, String body, String... headers) {
        byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
        return new Wrong("REST", what, code, grounds.get("REST"), () -> Rest.read(
                product.rest().send(path.equals("definitions") ? "admin" : "zhao", "POST", path, type, bytes, headers), OperationReply.class));
    }

    Stream<Wrong> onSoap() {
        Ground at = grounds.get("SOAP");
        String item = "<workItemId>" + at.draft + "</workItemId>";
        return Stream.of(
                soap("a malformed envelope", INVALID_INPUT, "<soap:Envelope"),
                soap("a body that is not well-formed", INVALID_INPUT, Soap.envelope("<wf:submit>")),
                soap("an envelope with a DTD", INVALID_INPUT, DOCTYPE + Soap.envelope("<wf:submit>" + item + "</wf:submit>")),
                soap("an external entity", INVALID_INPUT, DOCTYPE + Soap.envelope("<wf:submit>" + item
                        + "<request><c:opinion>&e;</c:opinion></request></wf:submit>")),
                soap("an unknown field", INVALID_INPUT, Soap.envelope("<wf:submit>" + item + "<request><c:opinoin>x</c:opinoin></request></wf:submit>")),
                soap("an item that is no number", INVALID_INPUT, Soap.envelope("<wf:submit><workItemId>abc</workItemId></wf:submit>")),
                soap("a body of 20 MB", TOO_LARGE, Soap.envelope("<wf:submit>" + item + "<request><c:opinion>" + TWENTY_MEGABYTES + "</c:opinion></request></wf:submit>")),
                soap("an operation that does not exist", INVALID_INPUT, Soap.envelope("<wf:sumbit>" + item + "</wf:sumbit>")));
    }

    private Wrong soap(String what, ErrorCode code, String body) {
        return new Wrong("SOAP", what, code, grounds.get("SOAP"), () -> Soap.read(
                product.soap().post("zhao", "submit", body.getBytes(StandardCharsets.UTF_8)), OperationReply.class));
    }

    Stream<Wrong> onJms() {
        Ground at = grounds.get("JMS");
        String submit = "{\"operation\":\"submit\",\"workItemId\":" + at.draft;
        String xml = "<wf:submit xmlns:wf='urn:wf:v1' xmlns:c='urn:wf:contract:v1'><workItemId>" + at.draft + "</workItemId>";
        String largest = System.getProperty("wf.jms.largest", "");
        // Of a broker that takes less itself, no message as large reaches the product.
        Stream<Wrong> large = !largest.isBlank() && Integer.parseInt(largest) < TWENTY_MEGABYTES.length() ? Stream.of() : Stream.of(
                jms("XML of 20 MB", TOO_LARGE, xml + "<request><c:opinion>" + TWENTY_MEGABYTES + "</c:opinion></request></wf:submit>"),
                jms("a body of 20 MB", TOO_LARGE, submit + ",\"request\":{\"opinion\":\"" + TWENTY_MEGABYTES + "\"}}"));
        return Stream.concat(large, Stream.of(
                jms("XML that is not well-formed", INVALID_INPUT, xml),
                jms("an operation in a namespace of others", INVALID_INPUT, xml.replace("urn:wf:v1", "urn:wf:v2") + "</wf:submit>"),
                jms("an XML operation that does not exist", INVALID_INPUT, "<sumbit xmlns='urn:wf:v1'/>"),
                jms("an unknown element", INVALID_INPUT, xml + "<request><c:opinoin>x</c:opinoin></request></wf:submit>"),
                jms("an element without its namespace", INVALID_INPUT, xml + "<request><opinion>x</opinion></request></wf:submit>"),
                jms("an XML item that is no number", INVALID_INPUT, xml.replace(">" + at.draft, ">abc") + "</wf:submit>"),
                jms("an external entity", INVALID_INPUT, DOCTYPE + xml + "<request><c:opinion>&e;</c:opinion></request></wf:submit>"),
                jms("entities that grow", INVALID_INPUT, BOMB + xml + "<request><c:opinion>&l9;</c:opinion></request></wf:submit>"),
                jms("an operation that does not exist", INVALID_INPUT, "{\"operation\":\"sumbit\"}"),
                jms("no operation", INVALID_INPUT, "{}"),
                jms("invalid JSON", INVALID_INPUT, submit),
                jms("a list instead of an object", INVALID_INPUT, "[]"),
                jms("an unknown argument", INVALID_INPUT, submit + ",\"item\":1}"),
                jms("an unknown field", INVALID_INPUT, submit + ",\"request\":{\"opinoin\":\"x\"}}"),
                jms("an item that is no number", INVALID_INPUT, "{\"operation\":\"submit\",\"workItemId\":\"abc\"}")));
    }

    private Wrong jms(String what, ErrorCode code, String text) {
        return new Wrong("JMS", what, code, grounds.get("JMS"), () -> Jms.read(product.jms().send("zhao", text), OperationReply.class));
    }

    @Test
    void afterAllOfItTheWorkGoesOn() {
        grounds.values().forEach(at -> assertThat(at.submitted("li", at.review, null).itemsCreated).isEmpty());
    }
}
