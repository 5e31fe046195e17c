package wf.micro.face;

import static org.assertj.core.api.Assertions.assertThat;
import static wf.scenario.Model.by;
import static wf.scenario.Model.byStarter;
import static wf.scenario.Model.process;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.net.http.HttpResponse.BodySubscriber;
import java.net.http.HttpResponse.BodySubscribers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.ExtendWith;
import wf.contract.AccessReply;
import wf.contract.AttachRequest;
import wf.contract.AttachmentInfo;
import wf.contract.DefinitionReply;
import wf.contract.DefinitionRequest;
import wf.contract.DeployScriptRequest;
import wf.contract.IssueServiceKeyRequest;
import wf.contract.OperationReply;
import wf.contract.PutServiceAccountRequest;
import wf.contract.StartRequest;
import wf.face.Json;
import wf.micro.Product;
import wf.micro.RunningProduct;

/**
 * Somebody who may do nothing tries every door of the product, over REST and SOAP: he is told 401, 403 or 404 each time, as
 * is nobody at all, and a program that nothing was allowed to. The doors are read off the published documents, so that what is
 * added later is tried too.
 */
@Tag("deployed")
@ExtendWith(RunningProduct.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class NobodyIT {
    private static final List<String> PORTS = List.of("DefinitionPort", "InstancePort", "WorkItemPort", "AccessPort", "OrgPort", "MonitorPort", "NoticePort");

    /** Open to whoever comes. */
    private static final Set<String> OPEN = Set.of("ping", "login", "logout");

    /** What tells everybody about himself, and of others nothing. */
    private static final Set<String> OWN = Set.of(
            "whoAmI", "changePassword", "listSessions", "endOtherSessions",
            "listWorkItems", "countWorkItems", "listStarted", "countStarted", "listDrafts", "countDrafts", "listReadable", "countReadable",
            "followWorkLists", "listUrgeable", "countUrgeable", "listDeputies", "listHandovers",
            "checkCreate", "checkOpen", "checkPermission",
            // Lists that hold what he may see: here nothing.
            "findInstances", "countInstances", "listDefinitions", "listVersions", "listCategories",
            // Whom one can name (U22): ids and names of colleagues and units, and nothing else of them.
            "listPeople", "listOrgUnits",
            // His own box and wishes.
            "listNotices", "countNotices", "markNotices", "getMessageWishes", "putMessageWishes",
            // When the house works.
            "isWorkday", "addWorkTime", "workTimeBetween");

    /** A request that lacks what it cannot do without is told so, before anybody asks who may; a complete one is refused. */
    private static final Set<String> INCOMPLETE = Set.of("start", "attach", "supplementBranch", "migrateInstances", "grantDeputy", "answerDeputy", "handover",
            "answerHandover", "replaceHandlers");

    private final HttpClient client = HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private final String marker = "hidden" + UUID.randomUUID().toString().substring(0, 8);
    private URI url;
    private List<Doors.Door> rest;
    private List<Doors.Door> soap;
    private String key;

    @BeforeAll
    void somethingToBeSeen(Product product) throws Exception {
        url = product.url();
        Rest face = product.rest();
        String bpmn = process(marker).step("draft", byStarter()).step("review", by("li")).end()
                .replace("isExecutable=\"true\"", "isExecutable=\"true\" wf:starters=\"user:zhao\"");
        long definition = face.call("admin", DefinitionReply.class, "deploy", "request", Ground.file(bpmn)).definitions.get(0).id;
        face.call("admin", DefinitionReply.class, "release", "definitionId", definition, "request", new DefinitionRequest());
        StartRequest start = new StartRequest();
        start.definitionKey = marker;
        start.businessKey = marker;
        OperationReply started = face.call("zhao", OperationReply.class, "start", "request", start);
        AttachRequest file = new AttachRequest();
        file.name = marker + ".txt";
        file.content = "x".getBytes();
        long attachment = face.call("zhao", AttachmentInfo.class, "attach", "instanceId", started.instanceId, "request", file).id;
        DeployScriptRequest script = new DeployScriptRequest();
        script.name = marker;
        script.source = "skip()";
        face.call("admin", DefinitionReply.class, "deployScript", "request", script);
        PutServiceAccountRequest account = new PutServiceAccountRequest();
        account.name = marker;
        account.persons = List.of("user:qian");
        face.call("admin", AccessReply.class, "putServiceAccount", "account", marker, "request", account);
        AccessReply issued = face.call("admin", AccessReply.class, "issueServiceKey", "account", marker, "request", new IssueServiceKeyRequest());
        key = issued.key;

        Map<String, String> known = new HashMap<>();
        known.put("instanceId", Long.toString(started.instanceId));
        known.put("workItemId", Long.toString(started.itemsCreated.get(0).id));
        known.put("attachmentId", Long.toString(attachment));
        known.put("definitionId", Long.toString(definition));
        known.put("otherDefinitionId", Long.toString(definition));
        known.put("toDefinitionId", Long.toString(definition));
        known.put("definitionKey", marker);
        known.put("scriptName", marker);
        known.put("scheduleName", marker);
        known.put("sessionId", marker);
        known.put("identityCode", "READER");
        known.put("account", marker);
        known.put("role", "WATCHER");
        known.put("grantId", "1");
        known.put("keyId", issued.serviceAccount.keys.get(0).id);
        known.put("personId", "zhao");
        known.put("noticeId", "1");
        known.put("service", "ENGINE_MONITOR");
        known.put("contentType", "text/plain");
        known.put("kind", "TODO");
        known.put("listOrgUnits.kind", "DEPT");
        known.put("owner", "tenant");
        known.put("date", "2026-10-01");
        known.put("addWorkTime.from", "2026-10-01T08:00:00Z");
        known.put("addWorkTime.span", "d1");
        known.put("workTimeBetween.from", "2026-10-01T08:00:00Z");
        known.put("workTimeBetween.to", "2026-10-02T08:00:00Z");
        Doors doors = new Doors(known);
        rest = doors.rest(Json.MAPPER.readTree(plain("api/v1/openapi.json")));
        soap = new ArrayList<>();
        for (String port : PORTS) {
            soap.addAll(doors.soap("services/" + port, plain("services/" + port + "?wsdl")));
        }
        assertThat(rest.size()).isGreaterThan(120);
        assertThat(soap.size()).isGreaterThan(80);
    }

    @Test
    void somebodyWhoMayDoNothingIsRefusedAtEveryDoor() {
        assertThat(wrong(door -> OPEN.contains(door.operation()) || OWN.contains(door.operation()), "Authorization", Http.basic("qian"))).isEmpty();
    }

    @Test
    void aboutOthersHeIsToldNothing() {
        for (String about : List.of("?operation=start&definitionKey=" + marker + "&personId=zhao", "?operation=start&definitionKey=nothing&personId=zhao",
                "?operation=start&definitionKey=" + marker + "&personId=nobody")) {
            assertThat(send(new Doors.Door("checkPermission", "GET", "/permissions" + about, null), "Authorization", Http.basic("qian")).statusCode()).isEqualTo(403);
        }
    }

    @Test
    void nobodyIsRefusedAtEveryDoorAsNotSignedOn() {
        List<String> wrong = new ArrayList<>();
        Stream.concat(rest.stream(), soap.stream()).filter(door -> !OPEN.contains(door.operation())).forEach(door -> {
            HttpResponse<String> answer = send(door);
            if (answer.statusCode() != 401) {
                wrong.add(door + " -> " + answer.statusCode() + " " + answer.body());
            }
        });
        assertThat(wrong).isEmpty();
    }

    @Test
    void aProgramThatNothingWasAllowedToIsRefusedAtEveryDoor() {
        assertThat(wrong(door -> OPEN.contains(door.operation()), "Authorization", "Bearer " + key, "X-WF-Person", "qian")).isEmpty();
    }

    /** What was not refused, or told something. */
    private List<String> wrong(Predicate<Doors.Door> open, String... headers) {
        List<String> wrong = new ArrayList<>();
        Stream.concat(rest.stream(), soap.stream()).forEach(door -> {
            HttpResponse<String> answer = send(door, headers);
            boolean refused = isRefused(answer) || INCOMPLETE.contains(door.operation()) && door.isEmpty() && isIncomplete(answer);
            boolean tells = isOwn(answer) && answer.body().contains(marker) && !door.operation().equals("checkCreate");
            if (!refused && !open.test(door) || tells) {
                wrong.add(door + " -> " + answer.statusCode() + " " + (answer.body().length() > 300 ? answer.body().substring(0, 300) : answer.body()));
            }
        });
        return wrong;
    }

    private static boolean isOwn(HttpResponse<String> answer) {
        return answer.statusCode() / 100 == 2;
    }

    private static boolean isRefused(HttpResponse<String> answer) {
        Matcher fault = Pattern.compile("<(?:\\w+:)?code>(\\w+)</").matcher(answer.body());
        return Set.of(401, 403, 404).contains(answer.statusCode())
                || answer.statusCode() == 500 && fault.find() && Set.of("UNAUTHENTICATED", "FORBIDDEN", "NOT_FOUND").contains(fault.group(1));
    }

    private static boolean isIncomplete(HttpResponse<String> answer) {
        return answer.body().contains("INVALID_INPUT");
    }

    private HttpResponse<String> send(Doors.Door door, String... headers) {
        boolean overSoap = door.path().startsWith("services/");
        HttpRequest.Builder request = HttpRequest.newBuilder(url.resolve(overSoap ? door.path() : "api/v1" + door.path()))
                .timeout(Duration.ofSeconds(60)).header("Accept-Language", "en")
                .method(door.method(), door.body() == null ? BodyPublishers.noBody() : BodyPublishers.ofString(door.body()));
        if (door.body() != null) {
            request.header("Content-Type", overSoap ? "text/xml;charset=UTF-8" : "application/json");
        }
        for (int i = 0; i < headers.length; i += 2) {
            request.header(headers[i], headers[i + 1]);
        }
        return answered(request.build(), 2);
    }

    /** Java's client may take a connection from its pool that it is about to close. What is refused here can be asked again. */
    private HttpResponse<String> answered(HttpRequest request, int tries) {
        try {
            return client.send(request, NobodyIT::read);
        } catch (IOException e) {
            if (tries == 1) {
                throw new Unanswered(e);
            }
            return answered(request, tries - 1);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new Unanswered(e);
        }
    }

    /** Of a stream its beginning, since it has no end. */
    private static BodySubscriber<String> read(HttpResponse.ResponseInfo answer) {
        boolean stream = answer.statusCode() == 200 && answer.headers().firstValue("Content-Type").orElse("").startsWith("text/event-stream");
        return stream ? BodySubscribers.mapping(BodySubscribers.ofInputStream(), NobodyIT::beginning) : BodySubscribers.ofString(StandardCharsets.UTF_8);
    }

    private static String beginning(InputStream in) {
        try (in) {
            byte[] some = new byte[1_000];
            return new String(some, 0, Math.max(0, in.read(some)), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private String plain(String path) throws Exception {
        return client.send(HttpRequest.newBuilder(url.resolve(path)).timeout(Duration.ofSeconds(60)).build(), BodyHandlers.ofString()).body();
    }
}
