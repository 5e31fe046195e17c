package wf.micro.face;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Date;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Named;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import wf.contract.ErrorCode;
import wf.contract.JobInfo;
import wf.contract.JobPage;
import wf.contract.JobReply;
import wf.contract.JobRequest;
import wf.contract.JobState;
import wf.contract.OperationReply;
import wf.contract.RescheduleJobRequest;
import wf.contract.ServiceList;
import wf.contract.SubmitRequest;
import wf.contract.TicketInfo;
import wf.contract.TicketState;
import wf.micro.Eventually;
import wf.micro.Product;
import wf.micro.RunningProduct;

/** Work that is handed in without waiting for it, what administrators do about jobs, and what operators see, over each face. */
@Tag("deployed")
@ExtendWith(RunningProduct.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class AsyncOnEveryFaceIT {
    private Product product;
    private FaceEngine engine;
    private Face face;
    private String mine;

    @BeforeAll
    void connect(Product running) {
        product = running;
    }

    Stream<Named<Face>> faces() {
        return product.faces();
    }

    private void over(Face one) {
        face = one;
        engine = new FaceEngine(one);
        mine = "a" + UUID.randomUUID().toString().substring(0, 8);
    }

    private long started(String boundary) {
        engine.deploy("<definitions xmlns=\"http://www.omg.org/spec/BPMN/20100524/MODEL\" xmlns:wf=\"urn:wf:bpmn:1.0\" targetNamespace=\"t\"><process id=\"" + mine
                + "\" isExecutable=\"true\"><startEvent id=\"s\"/>" + flow("s", "review") + "<userTask id=\"review\" wf:assignee=\"li\"/>" + flow("review", "sign")
                + boundary + "<userTask id=\"sign\" wf:assignee=\"wang\"/>" + flow("sign", "e") + "<endEvent id=\"e\"/></process></definitions>");
        return engine.start("zhao", mine, Map.of()).instanceId();
    }

    private static String flow(String from, String to) {
        return "<sequenceFlow id=\"" + from + to + "\" sourceRef=\"" + from + "\" targetRef=\"" + to + "\"/>";
    }

    @ParameterizedTest(name = "over {0}")
    @MethodSource("faces")
    void aTicketTellsWhatCameOfWorkThatWasHandedIn(Face one) {
        over(one);
        long instance = started("");
        SubmitRequest request = new SubmitRequest();
        request.async = true;
        OperationReply reply = face.call("li", OperationReply.class, "submit", "workItemId", engine.openItems(instance).get(0).id(), "request", request);
        assertThat(reply.ticket).isNotNull();
        assertThat(reply.settled).isFalse();
        Eventually.holds("it is carried out", () -> ticket(reply).state == TicketState.DONE);
        assertThat(ticket(reply).reply.itemsCreated).singleElement().satisfies(i -> assertThat(i.owner.id).isEqualTo("wang"));
        assertThat(engine.openItems(instance)).singleElement().satisfies(i -> assertThat(i.node()).isEqualTo("sign"));
        assertThat(catchThrowableOfType(Refusal.class, () -> face.call("sun", TicketInfo.class, "getTicket", "ticketId", reply.ticket)).code())
                .isEqualTo(ErrorCode.NOT_FOUND.name());
    }

    private TicketInfo ticket(OperationReply reply) {
        return face.call("li", TicketInfo.class, "getTicket", "ticketId", reply.ticket);
    }

    @Test
    void overRestItIsAcceptedAndLocationSaysWhereToLook() {
        over(product.rest());
        long item = engine.openItems(started("")).get(0).id();
        HttpResponse<String> answer = product.rest().send("li", "POST", "workitems/" + item + "/submit", "application/json", "{\"async\":true}".getBytes(StandardCharsets.UTF_8));
        assertThat(answer.statusCode()).isEqualTo(202);
        assertThat(answer.headers().firstValue("Location")).hasValueSatisfying(l -> assertThat(l).contains("/tickets/"));
    }

    @ParameterizedTest(name = "over {0}")
    @MethodSource("faces")
    void anAdministratorStopsATimerMovesItAndHasItDoneNow(Face one) {
        over(one);
        long instance = started("<boundaryEvent id=\"t\" attachedToRef=\"review\" cancelActivity=\"false\"><timerEventDefinition><timeDuration>PT1H</timeDuration>"
                + "</timerEventDefinition></boundaryEvent>" + flow("t", "sign"));
        JobInfo timer = jobs(instance, JobState.READY).jobs.get(0);
        assertThat(timer.kind).isEqualTo("TIMER");
        assertThat(order("pauseJob", timer.id, new JobRequest()).job.state).isEqualTo(JobState.PAUSED);
        assertThat(jobs(instance, JobState.PAUSED).jobs).hasSize(1);
        assertThat(order("resumeJob", timer.id, new JobRequest()).job.state).isEqualTo(JobState.READY);
        RescheduleJobRequest later = new RescheduleJobRequest();
        later.dueAt = new Date(timer.dueAt.getTime() + Duration.ofHours(1).toMillis());
        assertThat(order("rescheduleJob", timer.id, later).job.dueAt).isEqualTo(later.dueAt);
        assertThat(order("runJob", timer.id, new JobRequest()).job).as("done").isNull();
        assertThat(engine.openItems(instance)).hasSize(2);
    }

    private JobPage jobs(long instance, JobState state) {
        return face.call("admin", JobPage.class, "listJobs", "state", state, "instanceId", instance);
    }

    private JobReply order(String operation, long job, JobRequest request) {
        return face.call("admin", JobReply.class, operation, "jobId", job, "request", request);
    }

    @ParameterizedTest(name = "over {0}")
    @MethodSource("faces")
    void operatorsSeeTheFiveServicesOfTheNode(Face one) {
        over(one);
        ServiceList services = face.call("admin", ServiceList.class, "listServices");
        assertThat(services.services).hasSize(5).allMatch(s -> s.running);
        assertThat(services.node).isNotBlank();
        assertThat(catchThrowableOfType(Refusal.class, () -> face.call("zhao", ServiceList.class, "listServices")).code()).isEqualTo(ErrorCode.FORBIDDEN.name());
    }

    @Test
    void aCollectorReadsTheMeasuresOfTheNode() {
        over(product.rest());
        HttpResponse<String> answer = product.rest().send("admin", "GET", "metrics/prometheus", null, null);
        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.headers().firstValue("Content-Type")).hasValueSatisfying(t -> assertThat(t).startsWith("text/plain"));
        assertThat(answer.body()).contains("wf_operation_seconds_count{operation=\"", "wf_service_running_process_engine 1", "wf_job_looks_total ");
        assertThat(product.rest().send("zhao", "GET", "metrics/prometheus", null, null).statusCode()).isEqualTo(403);
    }
}
