package wf.micro.face;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.lang.reflect.Parameter;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Named;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import wf.access.Caller;
import wf.contract.AnswerDeputyRequest;
import wf.contract.AnswerHandoverRequest;
import wf.contract.AttachRequest;
import wf.contract.AttachmentInfo;
import wf.contract.Count;
import wf.contract.DefinitionList;
import wf.contract.DefinitionReply;
import wf.contract.DeployScriptRequest;
import wf.contract.DeputyReply;
import wf.contract.GrantDeputyRequest;
import wf.contract.HandoverReply;
import wf.contract.HandoverRequest;
import wf.contract.InstanceInfo;
import wf.contract.InstancePage;
import wf.contract.JobPage;
import wf.contract.NoticePage;
import wf.contract.OperationReply;
import wf.contract.PutScheduleRequest;
import wf.contract.ReturnToRequest;
import wf.contract.ScheduleKind;
import wf.contract.StartRequest;
import wf.contract.SubmitRequest;
import wf.contract.TerminateRequest;
import wf.contract.TicketInfo;
import wf.contract.TicketState;
import wf.contract.UpdateInstanceXmlRequest;
import wf.contract.WorkListKind;
import wf.face.Catalogue;
import wf.micro.Eventually;
import wf.micro.Neighbour;
import wf.micro.Product;
import wf.micro.RunningProduct;
import wf.scenario.Model;

/** What one tenant has does not exist for another, even for his administrator, on any face and in any operation. */
@Tag("deployed")
@ExtendWith(RunningProduct.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class NeighbourIT {
    private static final String ADMIN = Neighbour.TENANT + "/admin";

    /** Operations that look for something by its key: nothing is found, and that is no error. */
    private static final List<String> FINDING_NOTHING = List.of("listVersions", "listScriptVersions", "countUrgeable", "listSessions");

    private static final String SCRIPT = "ours";

    private Product product;
    private Ground ours;
    private long attachment;
    private long incident;
    private long job;
    private long grant;
    private long handover;
    private long notice;
    private long ticket;

    @BeforeAll
    void prepare(Product running) {
        product = running;
        Neighbour.movesIn(product.rows());
        Rest rest = product.rest();
        ours = new Ground(rest);
        attachment = rest.call("zhao", AttachmentInfo.class, "attach", "instanceId", ours.instance, "request", file()).id;
        rest.call("admin", DefinitionReply.class, "deployScript", "request", script());
        incident = incident(rest);
        job = job(rest);
        GrantDeputyRequest deputy = new GrantDeputyRequest();
        deputy.deputy = "sun";
        deputy.acceptance = true;
        grant = rest.call("li", DeputyReply.class, "grantDeputy", "request", deputy).grants.get(0).id;
        HandoverRequest work = new HandoverRequest();
        work.to = "wang";
        work.definitionKey = ours.key;
        handover = rest.call("li", HandoverReply.class, "handover", "request", work).handover.id;
        rest.call("admin", DefinitionReply.class, "putSchedule", "scheduleName", ours.key, "request", schedule());
        Eventually.holds("li is told of his work", () -> !rest.call("li", NoticePage.class, "listNotices").notices.isEmpty());
        notice = rest.call("li", NoticePage.class, "listNotices").notices.get(0).id;
        SubmitRequest later = new SubmitRequest();
        later.async = true;
        ticket = rest.call("li", OperationReply.class, "submit", "workItemId", ours.review, "request", later).ticket;
        Eventually.holds("what li handed in is carried out", () -> rest.call("li", TicketInfo.class, "getTicket", "ticketId", ticket).state != TicketState.WAITING);
    }

    /** In an instance that cannot go on. */
    private static long incident(Rest rest) {
        FaceEngine engine = new FaceEngine(rest);
        engine.deploy(Model.process("fail").script("s", "x = nothing * 2").end());
        return engine.incidents(engine.start("zhao", "fail", Map.of()).instanceId()).keySet().iterator().next();
    }

    /** A timer that is due tomorrow. */
    private static long job(Rest rest) {
        FaceEngine engine = new FaceEngine(rest);
        engine.deploy("<definitions xmlns=\"http://www.omg.org/spec/BPMN/20100524/MODEL\" targetNamespace=\"t\">"
                + "<process id=\"tomorrow\" isExecutable=\"true\"><startEvent id=\"s\"/><sequenceFlow id=\"f\" sourceRef=\"s\" targetRef=\"t\"/>"
                + "<intermediateCatchEvent id=\"t\"><timerEventDefinition><timeDuration>P1D</timeDuration></timerEventDefinition></intermediateCatchEvent>"
                + "<sequenceFlow id=\"g\" sourceRef=\"t\" targetRef=\"e\"/><endEvent id=\"e\"/></process></definitions>");
        long instance = engine.start("zhao", "tomorrow", Map.of()).instanceId();
        return rest.call("admin", JobPage.class, "listJobs").jobs.stream().filter(j -> Long.valueOf(instance).equals(j.instanceId))
                .findFirst().orElseThrow().id;
    }

    private PutScheduleRequest schedule() {
        PutScheduleRequest schedule = new PutScheduleRequest();
        schedule.definitionKey = ours.key;
        schedule.kind = ScheduleKind.AT;
        schedule.times = "2999-01-01T00:00:00Z";
        return schedule;
    }

    private static DeployScriptRequest script() {
        DeployScriptRequest script = new DeployScriptRequest();
        script.name = SCRIPT;
        script.source = "x = 1";
        return script;
    }

    private static AttachRequest file() {
        AttachRequest file = new AttachRequest();
        file.name = "proof.txt";
        file.contentType = "text/plain";
        file.content = "proof".getBytes(StandardCharsets.UTF_8);
        return file;
    }

    /** Every operation that takes an id or a key, with ours. */
    @TestFactory
    Stream<DynamicTest> whatIsOursIsNotFound() {
        return product.faces().flatMap(face -> Catalogue.GROUPS.stream().flatMap(g -> Arrays.stream(g.getDeclaredMethods()))
                .filter(NeighbourIT::isAboutSomething).filter(m -> !FINDING_NOTHING.contains(m.getName()))
                .map(m -> DynamicTest.dynamicTest(face.getName() + ": " + m.getName(), () -> isNotFound(face.getPayload(), m))));
    }

    private static boolean isAboutSomething(Method method) {
        return Modifier.isPublic(method.getModifiers()) && method.getParameterCount() > 0 && method.getParameterTypes()[0] == Caller.class
                && (method.getName().equals("start") || isAbout(method.getParameters()));
    }

    /** Filters may name a key too, but after something else or as one of many. */
    private static boolean isAbout(Parameter[] parameters) {
        return parameters.length > 1 && parameters.length < 4 && parameters[1].getName().matches("\\w+(Id|Key|Name)");
    }

    private void isNotFound(Face face, Method operation) {
        Map<String, Object> arguments = new LinkedHashMap<>();
        for (Parameter parameter : operation.getParameters()) {
            Object value = argument(parameter);
            if (value != null) {
                arguments.put(parameter.getName(), value);
            }
        }
        Map<String, Long> rows = product.rows().counts();
        Refusal refusal = catchThrowableOfType(Refusal.class,
                () -> face.call(ADMIN, operation.getReturnType(), operation.getName(), arguments));
        assertThat(refusal).as("it was done").isNotNull();
        assertThat(refusal.code()).as(refusal.raw()).isEqualTo("NOT_FOUND");
        assertThat(product.rows().counts()).isEqualTo(rows);
    }

    private Object argument(Parameter parameter) {
        return switch (parameter.getName()) {
            case "instanceId" -> ours.instance;
            case "workItemId" -> ours.draft;
            case "definitionId", "otherDefinitionId" -> ours.definition;
            case "definitionKey" -> ours.key;
            case "released" -> false;
            case "incidentId" -> incident;
            case "jobId" -> job;
            case "grantId" -> grant;
            case "handoverId" -> handover;
            case "sessionId" -> "none";
            case "attachmentId" -> attachment;
            case "scriptName" -> SCRIPT;
            case "scheduleName" -> ours.key;
            case "noticeId" -> notice;
            case "ticketId" -> ticket;
            case "number" -> 1L;
            case "request" -> request(parameter.getType());
            default -> null;
        };
    }

    private Object request(Class<?> type) {
        if (type == AttachRequest.class) {
            return file();
        } else if (type == PutScheduleRequest.class) {
            return schedule();
        } else if (type == UpdateInstanceXmlRequest.class) {
            UpdateInstanceXmlRequest request = new UpdateInstanceXmlRequest();
            request.source = "<definitions/>".getBytes(StandardCharsets.UTF_8);
            return request;
        } else if (type == TerminateRequest.class) {
            TerminateRequest request = new TerminateRequest();
            request.reason = "not ours";
            return request;
        } else if (type == ReturnToRequest.class) {
            ReturnToRequest request = new ReturnToRequest();
            request.nodeInstanceId = 1L;
            return request;
        } else if (type == AnswerDeputyRequest.class) {
            AnswerDeputyRequest request = new AnswerDeputyRequest();
            request.accept = true;
            return request;
        } else if (type == AnswerHandoverRequest.class) {
            AnswerHandoverRequest request = new AnswerHandoverRequest();
            request.others = true;
            return request;
        } else if (type == StartRequest.class) {
            StartRequest request = new StartRequest();
            request.definitionKey = ours.key;
            return request;
        }
        return null;
    }

    Stream<Named<Face>> faces() {
        return product.faces();
    }

    @ParameterizedTest(name = "over {0}")
    @MethodSource("faces")
    void theListsOfANeighbourAreEmpty(Face face) {
        assertThat(face.call(ADMIN, DefinitionList.class, "listVersions", "definitionKey", ours.key).definitions).isEmpty();
        assertThat(face.call(ADMIN, InstancePage.class, "findInstances", "definitionKey", ours.key).instances).isEmpty();
        assertThat(face.call(ADMIN, Count.class, "countInstances", "definitionKey", ours.key).count).isZero();
        assertThat(face.call(Neighbour.TENANT + "/zhao", Count.class, "countWorkItems", "kind", WorkListKind.TODO, "definitionKey", ours.key).count).isZero();
        assertThat(face.call("admin", Count.class, "countInstances", "definitionKey", ours.key).count).isEqualTo(3);
    }

    /** Tenants do not get in each other's way. */
    @ParameterizedTest(name = "over {0}")
    @MethodSource("faces")
    void bothHaveAProcessOfTheSameKeyAndAnOperationOfTheSameId(Face face) {
        Ground own = new Ground(face);
        String bpmn = Model.process(own.key).step("draft", Model.byStarter()).end();
        long definition = face.call(ADMIN, DefinitionReply.class, "deploy", "request", Ground.file(bpmn)).definitions.get(0).id;
        face.call(ADMIN, DefinitionReply.class, "release", "definitionId", definition);
        StartRequest request = new StartRequest();
        request.definitionKey = own.key;
        request.opId = own.usedOpId;
        long theirs = face.call(Neighbour.TENANT + "/zhao", OperationReply.class, "start", "request", request).instanceId;
        assertThat(face.call(ADMIN, InstanceInfo.class, "getInstance", "instanceId", theirs).starter.id).isEqualTo("zhao");
        assertThat(catchThrowableOfType(Refusal.class, () -> face.call("admin", InstanceInfo.class, "getInstance", "instanceId", theirs)).code())
                .isEqualTo("NOT_FOUND");
    }
}
