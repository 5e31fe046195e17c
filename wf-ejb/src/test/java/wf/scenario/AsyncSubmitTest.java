package wf.scenario;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import wf.contract.ErrorCode;
import wf.contract.InstanceState;
import wf.contract.JobRequest;
import wf.contract.JobState;
import wf.contract.OperationReply;
import wf.contract.OperationRequest;
import wf.contract.SubmitRequest;
import wf.contract.SuspendInstanceRequest;
import wf.contract.TerminateRequest;
import wf.contract.TicketInfo;
import wf.contract.TicketState;
import wf.contract.WorkItemState;
import wf.query.Jobs;
import wf.refusal.Refused;

/** 异步提交: work is handed in without waiting for it; what comes of it tells the ticket (1.7). */
class AsyncSubmitTest extends StoreTest {

    private static final int MANY = 30;
    private String mine;

    @BeforeEach
    void ownNames() {
        mine = "a" + UUID.randomUUID().toString().substring(0, 8);
        engine.amongOthers();
    }

    private void deploy(String elements) {
        engine.deploy("<definitions xmlns='http://www.omg.org/spec/BPMN/20100524/MODEL' xmlns:wf='urn:wf:bpmn:1.0' targetNamespace='t'><process id='"
                + mine + "' isExecutable='true'>" + elements + "</process></definitions>");
    }

    private void deployReview() {
        deploy("<startEvent id='s'/>" + flow("s", "review") + "<userTask id='review' wf:assignee='li'/>" + flow("review", "sign")
                + "<userTask id='sign' wf:assignee='wang'/>" + flow("sign", "e") + "<endEvent id='e'/>");
    }

    /** Li, Wang and Zhang each have their part, before all of it comes together. */
    private void deployThreeAtOnce() {
        StringBuilder elements = new StringBuilder("<startEvent id='s'/>" + flow("s", "split") + "<parallelGateway id='split'/><parallelGateway id='join'/>"
                + flow("join", "after") + "<userTask id='after' wf:assignee='wang'/>" + flow("after", "e") + "<endEvent id='e'/>");
        for (String person : List.of("li", "wang", "zhao")) {
            elements.append(flow("split", person)).append("<userTask id='").append(person).append("' wf:assignee='").append(person).append("'/>").append(flow(person, "join"));
        }
        deploy(elements.toString());
    }

    private static String flow(String from, String to) {
        return "<sequenceFlow id='" + from + "_" + to + "' sourceRef='" + from + "' targetRef='" + to + "'/>";
    }

    private long started() {
        return engine.start("zhao", mine, Map.of()).instanceId();
    }

    private OperationReply handIn(StoreEngine node, String person, long item, SubmitRequest request) {
        request.async = true;
        return node.shell.attempts.of(Locale.ENGLISH, () -> node.shell.accepting.accept(node.caller(person), item, request));
    }

    private long handIn(String person, long item) {
        return handIn(engine, person, item, new SubmitRequest()).ticket;
    }

    private TicketInfo ticket(long id) {
        return engine.shell.accepting.ticket(engine.caller("admin"), id);
    }

    private long itemAt(long instance, String node) {
        return engine.openItems(instance).stream().filter(i -> i.node().equals(node)).findFirst().orElseThrow().id();
    }

    private WorkItemState shown(long instance, long item) {
        return engine.shell.reading.open(engine.caller("admin"), instance).openItems.stream().filter(i -> i.id == item).findFirst().orElseThrow().state;
    }

    private ErrorCode refusal(Callable<?> act) {
        return catchThrowableOfType(Refused.class, act::call).problem().code;
    }

    @Test
    void workIsHandedInAtOnceAndGoesOnWhenSomebodyCarriesItOut() {
        deployReview();
        long instance = started();
        long item = itemAt(instance, "review");
        SubmitRequest request = new SubmitRequest();
        request.opinion = "fine";
        OperationReply reply = handIn(engine, "li", item, request);
        assertThat(reply.settled).isFalse();
        assertThat(ticket(reply.ticket).state).isEqualTo(TicketState.WAITING);
        assertThat(shown(instance, item)).isEqualTo(WorkItemState.SUBMITTING);
        assertThat(engine.openItems(instance)).singleElement().satisfies(i -> assertThat(i.node()).isEqualTo("review"));
        engine.shell.shifts.work();
        assertThat(engine.openItems(instance)).singleElement().satisfies(i -> assertThat(i.node()).isEqualTo("sign"));
        TicketInfo done = engine.shell.accepting.ticket(engine.caller("li"), reply.ticket);
        assertThat(done.state).isEqualTo(TicketState.DONE);
        assertThat(done.opId).isEqualTo(reply.opId);
        assertThat(done.reply.itemsCreated).hasSize(1);
        assertThat(engine.shell.journal.find(engine.tenant, reply.opId).orElseThrow().actor).isEqualTo("li");
        engine.checkStored(instance);
    }

    @Test
    void theSameRequestAgainHasTheSameTicketAndAnotherUnderItsIdIsRefused() {
        deployReview();
        long instance = started();
        long item = itemAt(instance, "review");
        SubmitRequest request = new SubmitRequest();
        request.opId = mine;
        long first = handIn(engine, "li", item, request).ticket;
        assertThat(handIn(engine, "li", item, request).ticket).isEqualTo(first);
        engine.shell.shifts.work();
        OperationReply again = handIn(engine, "li", item, request);
        assertThat(again.ticket).isEqualTo(first);
        assertThat(again.settled).isTrue();
        request.opinion = "other";
        assertThat(refusal(() -> handIn(engine, "li", item, request))).isEqualTo(ErrorCode.DUPLICATE_OP);
        assertThat(engine.openItems(instance)).hasSize(1);
    }

    @Test
    void whatIsHandedInByManyAtOnceIsDoneOnceEachOverTwoNodes() throws Exception {
        deployThreeAtOnce();
        List<Long> instances = new ArrayList<>();
        for (int i = 0; i < MANY; i++) {
            instances.add(started());
        }
        List<Long> tickets = new ArrayList<>();
        try (StoreEngine other = secondNode().amongOthers()) {
            for (long instance : instances) {
                for (String person : List.of("li", "wang", "zhao")) {
                    tickets.add(handIn(instance % 2 == 0 ? engine : other, person, itemAt(instance, person), new SubmitRequest()).ticket);
                }
            }
            ExecutorService threads = Executors.newFixedThreadPool(4);
            List<Callable<Integer>> shifts = List.of(engine.shell.shifts::work, other.shell.shifts::work, engine.shell.shifts::work, other.shell.shifts::work);
            for (Future<Integer> shift : threads.invokeAll(shifts)) {
                shift.get();
            }
            threads.shutdown();
            // Who met another may have had to step back.
            engine.pass(Duration.ofMinutes(1));
        }
        assertThat(tickets).allSatisfy(t -> assertThat(ticket(t).state).isEqualTo(TicketState.DONE));
        assertThat(instances).allSatisfy(i -> {
            assertThat(engine.openItems(i)).singleElement().satisfies(item -> assertThat(item.node()).isEqualTo("after"));
            engine.checkStored(i);
        });
    }

    @Test
    void nothingElseIsDoneWithItMeanwhile() {
        deployReview();
        long instance = started();
        long item = itemAt(instance, "review");
        handIn("li", item);
        assertThat(engine.perform("li", "submit", instance, item, new SubmitRequest()).refused()).isEqualTo(ErrorCode.ILLEGAL_STATE);
        assertThat(refusal(() -> handIn(engine, "li", item, new SubmitRequest()))).isEqualTo(ErrorCode.ILLEGAL_STATE);
        engine.shell.shifts.work();
        assertThat(itemAt(instance, "sign")).isPositive();
    }

    @Test
    void whatCameOfOnesWorkIsNotTakenBackFromUnderWhoeverHandsItIn() {
        deployReview();
        long instance = started();
        long review = itemAt(instance, "review");
        assertThat(engine.perform("li", "submit", instance, review, new SubmitRequest()).refused()).isNull();
        handIn("wang", itemAt(instance, "sign"));
        assertThat(engine.perform("li", "takeBack", instance, review, new OperationRequest()).refused()).isEqualTo(ErrorCode.DOWNSTREAM_OPENED);
        engine.shell.shifts.work();
        assertThat(engine.stateOf(instance)).isEqualTo(InstanceState.COMPLETED);
    }

    @Test
    void whoMayNotSubmitIsToldSoAtOnce() {
        deployReview();
        long instance = started();
        long item = itemAt(instance, "review");
        assertThat(refusal(() -> handIn(engine, "wang", item, new SubmitRequest()))).isIn(ErrorCode.FORBIDDEN, ErrorCode.NOT_FOUND);
        long ticket = handIn("li", item);
        assertThat(refusal(() -> engine.shell.accepting.ticket(engine.caller("wang"), ticket))).isEqualTo(ErrorCode.NOT_FOUND);
        assertThat(refusal(() -> engine.shell.accepting.ticket(neighbour.caller("admin"), ticket))).isEqualTo(ErrorCode.NOT_FOUND);
    }

    @Test
    void whatAPauseHasOvertakenLiesWithItsHolderAgainAndHeIsTold() throws Exception {
        deployReview();
        long instance = started();
        long item = itemAt(instance, "review");
        long ticket = handIn("li", item);
        assertThat(engine.perform("admin", "suspendInstance", instance, instance, new SuspendInstanceRequest()).refused()).isNull();
        engine.shell.shifts.work();
        assertThat(ticket(ticket).state).isEqualTo(TicketState.FAILED);
        assertThat(ticket(ticket).code).isEqualTo(ErrorCode.ILLEGAL_STATE);
        assertThat(rows("wf_outbox where body like '%ticket.failed%' and body like '%\"instanceId\":" + instance + ",%'")).isEqualTo(1);
        assertThat(engine.perform("admin", "resumeInstance", instance, instance, new OperationRequest()).refused()).isNull();
        assertThat(shown(instance, item)).isEqualTo(WorkItemState.OPENED);
        assertThat(engine.perform("li", "submit", instance, item, new SubmitRequest()).refused()).isNull();
        engine.checkStored(instance);
    }

    @Test
    void whatHasEndedMeanwhileStaysSo() throws Exception {
        deployReview();
        long instance = started();
        long ticket = handIn("li", itemAt(instance, "review"));
        TerminateRequest request = new TerminateRequest();
        request.reason = "over";
        assertThat(engine.perform("admin", "terminate", instance, instance, request).refused()).isNull();
        engine.shell.shifts.work();
        assertThat(ticket(ticket).state).isEqualTo(TicketState.FAILED);
        assertThat(engine.stateOf(instance)).isEqualTo(InstanceState.TERMINATED);
        assertThat(rows("wf_job where instance_id = " + instance)).isZero();
    }

    /** A retry that nobody can see would be a surprise: the ticket waits again, and only while the work lies where it lay. */
    @Test
    void whatWasGivenUpIsNotTriedAgainWhenItsHolderHasSubmittedItHimself() throws Exception {
        deployReview();
        long instance = started();
        long item = itemAt(instance, "review");
        long ticket = handIn("li", item);
        change("update wf_ticket set request = '{' where id = " + ticket);
        engine.pass(Duration.ofMinutes(11));
        assertThat(ticket(ticket).state).isEqualTo(TicketState.FAILED);
        assertThat(engine.perform("li", "submit", instance, item, new SubmitRequest()).refused()).isNull();
        assertThat(refusal(() -> engine.shell.jobOrders.retry(engine.caller("admin"), ticket, new JobRequest()))).isEqualTo(ErrorCode.ILLEGAL_STATE);
        assertThat(ticket(ticket).code).isEqualTo(ErrorCode.UNAVAILABLE);
        assertThat(itemAt(instance, "sign")).isPositive();
    }

    @Test
    void whatIsTriedOnceMoreWaitsAgainForAllToSee() throws Exception {
        deployReview();
        long instance = started();
        long item = itemAt(instance, "review");
        long ticket = handIn("li", item);
        change("update wf_ticket set request = '{' where id = " + ticket);
        engine.pass(Duration.ofMinutes(11));
        engine.shell.jobOrders.retry(engine.caller("admin"), ticket, new JobRequest());
        assertThat(ticket(ticket).state).as("it breaks again, and is tried again").isEqualTo(TicketState.WAITING);
        assertThat(ticket(ticket).code).isNull();
        assertThat(shown(instance, item)).isEqualTo(WorkItemState.SUBMITTING);
        change("update wf_ticket set request = '{}' where id = " + ticket);
        engine.pass(Duration.ofMinutes(1));
        assertThat(ticket(ticket).state).isEqualTo(TicketState.DONE);
        engine.checkStored(instance);
    }

    @Test
    void theOperationIdOfWhatWasRefusedCanBeUsedAgain() {
        deployReview();
        long instance = started();
        long item = itemAt(instance, "review");
        SubmitRequest request = new SubmitRequest();
        request.opId = mine;
        long first = handIn(engine, "li", item, request).ticket;
        assertThat(engine.perform("admin", "suspendInstance", instance, instance, new SuspendInstanceRequest()).refused()).isNull();
        engine.shell.shifts.work();
        assertThat(engine.perform("admin", "resumeInstance", instance, instance, new OperationRequest()).refused()).isNull();
        long second = handIn(engine, "li", item, request).ticket;
        assertThat(second).isNotEqualTo(first);
        engine.shell.shifts.work();
        assertThat(ticket(first).state).isEqualTo(TicketState.FAILED);
        assertThat(ticket(second).state).isEqualTo(TicketState.DONE);
        assertThat(ticket(second).opId).isEqualTo(mine);
        assertThat(handIn(engine, "li", item, request).ticket).isEqualTo(second);
    }

    @Test
    void whatWasHandedInFirstIsFirstWhateverTheClocksOfTheNodesSay() throws Exception {
        deployThreeAtOnce();
        long instance = started();
        long first = handIn("li", itemAt(instance, "li"));
        long second = handIn("wang", itemAt(instance, "wang"));
        change("update wf_ticket set accepted_at = timestamp '2099-01-01 00:00:00' where id = " + first);
        engine.shell.jobOrders.pause(engine.caller("admin"), first, new JobRequest());
        engine.shell.shifts.work();
        assertThat(ticket(second).state).isEqualTo(TicketState.WAITING);
        engine.shell.jobOrders.resume(engine.caller("admin"), first, new JobRequest());
        engine.pass(Duration.ofMinutes(1));
        assertThat(List.of(ticket(first).state, ticket(second).state)).containsOnly(TicketState.DONE);
    }

    @Test
    void aLimitLeavesWorkAloneThatWasHandedInBeforeItWasLate() {
        deploy("<startEvent id='s'/>" + flow("s", "review") + "<userTask id='review' wf:assignee='li' wf:limit='H4'><extensionElements><wf:level kind='DUE' strategy='TRANSFER' to='sun'/>"
                + "</extensionElements></userTask>" + flow("review", "sign") + "<userTask id='sign' wf:assignee='wang'/>" + flow("sign", "e") + "<endEvent id='e'/>");
        long instance = started();
        long item = itemAt(instance, "review");
        engine.pass(Duration.ofHours(4).minusSeconds(5));
        long ticket = handIn("li", item);
        engine.shell.jobOrders.pause(engine.caller("admin"), ticket, new JobRequest());
        engine.pass(Duration.ofSeconds(20));
        assertThat(shown(instance, item)).isEqualTo(WorkItemState.SUBMITTING);
        engine.shell.jobOrders.resume(engine.caller("admin"), ticket, new JobRequest());
        assertThat(ticket(ticket).state).isEqualTo(TicketState.DONE);
        engine.pass(Duration.ofSeconds(5));
        assertThat(itemAt(instance, "sign")).isPositive();
        engine.checkStored(instance);
    }

    @Test
    void aLimitComesAfterwardsWhereWhatWasHandedInIsRefused() {
        deploy("<startEvent id='s'/>" + flow("s", "review") + "<userTask id='review' wf:assignee='li' wf:limit='H4'><extensionElements><wf:level kind='DUE' strategy='TRANSFER' to='sun'/>"
                + "</extensionElements></userTask>" + flow("review", "e") + "<endEvent id='e'/>");
        long instance = started();
        long item = itemAt(instance, "review");
        engine.pass(Duration.ofHours(4).minusSeconds(5));
        long ticket = handIn("li", item);
        engine.shell.jobOrders.pause(engine.caller("admin"), ticket, new JobRequest());
        assertThat(engine.perform("admin", "suspendInstance", instance, instance, new SuspendInstanceRequest()).refused()).isNull();
        engine.shell.jobOrders.resume(engine.caller("admin"), ticket, new JobRequest());
        assertThat(ticket(ticket).state).isEqualTo(TicketState.FAILED);
        assertThat(engine.perform("admin", "resumeInstance", instance, instance, new OperationRequest()).refused()).isNull();
        engine.pass(Duration.ofSeconds(20));
        assertThat(engine.openItems(instance)).singleElement().satisfies(i -> assertThat(i.owner()).isEqualTo("sun"));
    }

    @Test
    void whatBreaksEachTimeIsGivenUpAfterSixAttemptsAndCanBeTriedOnceMore() throws Exception {
        deployReview();
        long instance = started();
        long item = itemAt(instance, "review");
        long ticket = handIn("li", item);
        change("update wf_ticket set request = '{' where id = " + ticket);
        engine.pass(Duration.ofSeconds(30));
        assertThat(ticket(ticket).state).isEqualTo(TicketState.WAITING);
        engine.pass(Duration.ofMinutes(10));
        assertThat(ticket(ticket).code).isEqualTo(ErrorCode.UNAVAILABLE);
        assertThat(shown(instance, item)).isEqualTo(WorkItemState.OPENED);
        assertThat(engine.shell.jobPages.page(engine.caller("admin"), new Jobs.Which(JobState.DEAD, "COMMAND", null, instance, null, null), null, 10).jobs)
                .singleElement().satisfies(j -> assertThat(j.id).isEqualTo(ticket));
        change("update wf_ticket set request = '{}' where id = " + ticket);
        engine.shell.jobOrders.retry(engine.caller("admin"), ticket, new JobRequest());
        assertThat(ticket(ticket).state).isEqualTo(TicketState.DONE);
        assertThat(itemAt(instance, "sign")).isPositive();
        engine.checkStored(instance);
    }
}
