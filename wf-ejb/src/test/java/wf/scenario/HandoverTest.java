package wf.scenario;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static wf.scenario.Model.Line.line;
import static wf.scenario.Model.by;
import static wf.scenario.Model.byStarter;
import static wf.scenario.Model.process;
import static wf.scenario.Model.signedByAll;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;
import javax.sql.DataSource;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import wf.access.Separation;
import wf.access.Caller;
import wf.access.Service;
import wf.command.Command;
import wf.command.Views;
import wf.contract.AnswerHandoverRequest;
import wf.contract.ArrangementRequest;
import wf.contract.CirculateRequest;
import wf.contract.DeleteInstanceRequest;
import wf.contract.ErrorCode;
import wf.contract.Handover;
import wf.contract.HandoverItemState;
import wf.contract.HandoverReply;
import wf.contract.HandoverRequest;
import wf.contract.HandoverSide;
import wf.contract.HandoverState;
import wf.contract.HistoryEntry;
import wf.contract.InstanceListKind;
import wf.contract.InstanceState;
import wf.contract.ItemResult;
import wf.contract.ItemsReply;
import wf.contract.OrganisationState;
import wf.contract.ReplaceHandlerRequest;
import wf.contract.ReplaceHandlersRequest;
import wf.contract.StartRequest;
import wf.contract.SubmitRequest;
import wf.contract.TerminateRequest;
import wf.contract.TransferRequest;
import wf.contract.WorkItemKind;
import wf.contract.WorkItemState;
import wf.contract.WorkListKind;
import wf.job.OrgHealth;
import wf.query.InstanceListFilter;
import wf.query.WorkListFilter;
import wf.refusal.Refused;
import wf.runtime.Directory;
import wf.runtime.Member;
import wf.setting.Settings;

/** U1, U2 工作移交 and U5 替换处理人: open work of one person goes to another as a whole. */
class HandoverTest extends StoreTest {

    private World wf;

    @BeforeAll
    void deploy() {
        engine.deploy(process("order").step("draft", byStarter()).step("review", by("li")).step("pay", by("sun")).end());
        engine.deploy(process("both").step("draft", byStarter()).fork(line("law", by("li")), line("money", by("li"))).end());
        engine.deploy(process("contract").step("draft", byStarter()).step("sign", signedByAll("li", "sun")).end());
    }

    @BeforeEach
    void nothingIsUnderWay() throws Exception {
        change("delete from wf_handover_item");
        change("delete from wf_handover");
        wf = new World(engine);
        replaced("admin", "li", "zhou", 1_000, null);
        replaced("admin", "qian", "zhou", 1_000, null);
    }

    private void underReview(String name) {
        wf.started(name, "order", "zhao");
        wf.actor("zhao").submits("draft");
    }

    private long itemOf(String person) {
        return engine.stored(wf.currentInstance()).items().stream().filter(i -> person.equals(i.owner())).findFirst().orElseThrow().id();
    }

    private static HandoverRequest to(String receiver) {
        HandoverRequest request = new HandoverRequest();
        request.to = receiver;
        request.note = "moves to another house";
        return request;
    }

    private Handover offered(String person, HandoverRequest request) {
        return engine.shell.handovers.handOver(engine.caller(person), request).handover;
    }

    private static AnswerHandoverRequest all(boolean accept) {
        AnswerHandoverRequest request = new AnswerHandoverRequest();
        request.others = accept;
        return request;
    }

    private HandoverReply answers(String person, Handover handover, AnswerHandoverRequest request) {
        return engine.shell.handovers.answer(engine.caller(person), handover.id, request);
    }

    private HistoryEntry last() {
        var read = engine.shell.reading.instance(engine.caller("admin"), wf.currentInstance());
        List<HistoryEntry> entries = engine.shell.history.read(engine.caller("admin"), read.image(), read.definition(), read.directory(), read.sight()).entries;
        return entries.get(entries.size() - 1);
    }

    private static void isRefused(Supplier<?> act, ErrorCode code, String sentence) {
        assertThatThrownBy(act::get).isInstanceOfSatisfying(Refused.class, e -> {
            assertThat(e.problem().code).isEqualTo(code);
            assertThat(e.problem().message).contains(sentence);
        });
    }

    // ---- handover ----

    @Test
    void nothingMovesBeforeTheReceiverTakesIt() {
        underReview("a");
        Handover handover = offered("li", to("wang"));
        assertThat(handover.items).singleElement().satisfies(i -> assertThat(i.title + " " + i.definitionKey + " " + i.state).isEqualTo("order order PENDING"));
        wf.expect().at("review").todoOf("li");
        HandoverReply reply = answers("wang", handover, all(true));
        assertThat(reply.handover.state).isEqualTo(HandoverState.DONE);
        assertThat(reply.handover.moved).isEqualTo(1);
        wf.expect().at("review").todoOf("wang").noTodoOf("li");
        engine.checkStored(wf.currentInstance());
        wf.actor("wang").submits("review");
    }

    @Test
    void theJournalTellsWhoTookItOverAndWhy() {
        underReview("a");
        answers("wang", offered("li", to("wang")), all(true));
        HistoryEntry entry = last();
        assertThat(entry.operation + " by " + entry.actor.id + " for " + entry.onBehalfOf.id + ": " + entry.opinion)
                .isEqualTo("replaceHandler by system for wang: moves to another house");
    }

    @Test
    void theJournalNamesTheProgramThroughWhichItWasTaken() {
        underReview("a");
        Handover handover = offered("li", to("wang"));
        Caller portal = new Caller(engine.tenant, "wang", "REST", null, Locale.ENGLISH, new Service("portal", Set.of(Service.ALL)), null);
        engine.shell.handovers.answer(portal, handover.id, all(true));
        assertThat(last().service + " for " + last().onBehalfOf.id).isEqualTo("portal for wang");
    }

    @Test
    void theReceiverTakesWhatHeWantsAndTheRestStays() {
        underReview("a");
        long first = itemOf("li");
        underReview("b");
        long second = itemOf("li");
        underReview("c");
        Handover handover = offered("li", to("wang"));
        AnswerHandoverRequest some = new AnswerHandoverRequest();
        some.accept.add(first);
        some.reject.add(second);
        HandoverReply reply = answers("wang", handover, some);
        assertThat(reply.handover.items).extracting(i -> i.state).containsExactly(HandoverItemState.MOVED, HandoverItemState.REJECTED, HandoverItemState.PENDING);
        assertThat(reply.handover.state).isEqualTo(HandoverState.PENDING);
        assertThat(answers("wang", handover, all(false)).handover.state).isEqualTo(HandoverState.DONE);
        wf.expect().todoOf("li");
        isRefused(() -> answers("wang", handover, all(true)), ErrorCode.ILLEGAL_STATE, "over already");
    }

    @Test
    void whatWasDoneOrWentToAnotherMeanwhileIsGone() {
        underReview("a");
        Handover handover;
        long done = itemOf("li");
        underReview("b");
        long given = itemOf("li");
        underReview("c");
        handover = offered("li", to("wang"));
        engine.execute("li", Command.onItem("submit", done, new SubmitRequest()));
        TransferRequest transfer = new TransferRequest();
        transfer.user = "qian";
        engine.execute("li", Command.onItem("transfer", given, transfer));
        HandoverReply reply = answers("wang", handover, all(true));
        assertThat(reply.results).extracting(r -> r.done + " " + r.code).containsExactly("false ILLEGAL_STATE", "false ILLEGAL_STATE", "true null");
        assertThat(reply.results.get(0).reason).contains("li does not hold this work any more");
        assertThat(reply.handover.items).extracting(i -> i.state).containsExactly(HandoverItemState.GONE, HandoverItemState.GONE, HandoverItemState.MOVED);
        assertThat(reply.handover.state).isEqualTo(HandoverState.DONE);
    }

    @Test
    void severalItemsOfOneInstanceMoveTogether() {
        wf.started("it", "both", "zhao");
        wf.actor("zhao").submits("draft");
        HandoverReply reply = answers("wang", offered("li", to("wang")), all(true));
        assertThat(reply.results).extracting(r -> r.done).containsExactly(true, true);
        wf.expect().has("law", "wang", WorkItemKind.MAIN, WorkItemState.READY).has("money", "wang", WorkItemKind.MAIN, WorkItemState.READY).noTodoOf("li");
        engine.checkStored(wf.currentInstance());
    }

    @Test
    void oneWhoTakesPartThereAlreadyCannotTakeItNow() {
        wf.started("it", "contract", "zhao");
        wf.actor("zhao").submits("draft");
        Handover handover = offered("li", to("sun"));
        HandoverReply reply = answers("sun", handover, all(true));
        assertThat(reply.results).extracting(r -> r.code).containsExactly(ErrorCode.TARGET_INVALID);
        assertThat(reply.handover.items).extracting(i -> i.state).containsExactly(HandoverItemState.PENDING);
        wf.expect().todoOf("li", "sun");
    }

    @Test
    void anAdministratorHandsOverForOneWhoLeftAndAnswersForTheOther() {
        underReview("a");
        HandoverRequest request = to("wang");
        request.from = "li";
        isRefused(() -> offered("qian", request), ErrorCode.FORBIDDEN, "work.reassign");
        Handover handover = offered("admin", request);
        isRefused(() -> answers("li", handover, all(true)), ErrorCode.FORBIDDEN, "Only wang or an administrator");
        isRefused(() -> answers("qian", handover, all(true)), ErrorCode.NOT_FOUND, "");
        assertThat(answers("admin", handover, all(true)).handover.moved).isEqualTo(1);
        assertThat(last().onBehalfOf.id).isEqualTo("admin");
    }

    @Test
    void onlySelectedWorkIsOffered() {
        wf.started("it", "contract", "zhao");
        wf.actor("zhao").submits("draft");
        underReview("a");
        HandoverRequest orders = to("wang");
        orders.definitionKey = "order";
        assertThat(offered("li", orders).items).extracting(i -> i.definitionKey).containsExactly("order");
        HandoverRequest votes = to("wang");
        votes.kinds.add(WorkItemKind.SIGN);
        assertThat(offered("li", votes).items).extracting(i -> i.definitionKey).containsExactly("contract");
        HandoverRequest later = to("wang");
        later.createdFrom = Date.from(engine.now().plusSeconds(60));
        isRefused(() -> offered("li", later), ErrorCode.ILLEGAL_STATE, "li has no open work");
    }

    @Test
    void anOfferIsTakenBackByWhoseWorkItIs() {
        underReview("a");
        Handover handover = offered("li", to("wang"));
        isRefused(() -> engine.shell.handovers.cancel(engine.caller("wang"), handover.id, new ArrangementRequest()), ErrorCode.FORBIDDEN, "work.reassign");
        assertThat(engine.shell.handovers.cancel(engine.caller("li"), handover.id, new ArrangementRequest()).handover.state).isEqualTo(HandoverState.CANCELLED);
        isRefused(() -> answers("wang", handover, all(true)), ErrorCode.ILLEGAL_STATE, "over already");
        wf.expect().todoOf("li");
    }

    @Test
    void bothSidesFindItInTheirLists() {
        underReview("a");
        Handover handover = offered("li", to("wang"));
        assertThat(engine.shell.handovers.list(engine.caller("wang"), HandoverSide.RECEIVER, null, null, null).handovers).extracting(h -> h.id + " " + h.pending)
                .containsExactly(handover.id + " 1");
        assertThat(engine.shell.handovers.list(engine.caller("li"), HandoverSide.GIVER, null, null, null).handovers).hasSize(1);
        assertThat(engine.shell.handovers.list(engine.caller("qian"), null, null, null, null).handovers).isEmpty();
        assertThat(engine.shell.handovers.get(engine.caller("wang"), handover.id).items).hasSize(1);
        isRefused(() -> engine.shell.handovers.get(engine.caller("qian"), handover.id), ErrorCode.NOT_FOUND, "");
        isRefused(() -> neighbour.shell.handovers.get(neighbour.caller("wang"), handover.id), ErrorCode.NOT_FOUND, "");
    }

    @Test
    void whatCannotBeIsRefused() {
        underReview("a");
        isRefused(() -> offered("li", to("li")), ErrorCode.TARGET_INVALID, "li");
        isRefused(() -> offered("li", to("nobody")), ErrorCode.NO_PARTICIPANT, "nobody");
        Handover handover = offered("li", to("wang"));
        isRefused(() -> answers("wang", handover, new AnswerHandoverRequest()), ErrorCode.INVALID_INPUT, "missing");
        AnswerHandoverRequest both = new AnswerHandoverRequest();
        both.accept.add(itemOf("li"));
        both.reject.add(itemOf("li"));
        isRefused(() -> answers("wang", handover, both), ErrorCode.INVALID_INPUT, "at once");
        AnswerHandoverRequest strange = new AnswerHandoverRequest();
        strange.accept.add(1L);
        isRefused(() -> answers("wang", handover, strange), ErrorCode.INVALID_INPUT, "[1]");
    }

    @Test
    void theSameAgainActsOnceAndAPreviewNotAtAll() throws Exception {
        underReview("a");
        HandoverRequest request = to("wang");
        request.preview = true;
        assertThat(offered("li", request).id).isNull();
        assertThat(rows("wf_handover")).isZero();
        Handover handover = offered("li", to("wang"));
        AnswerHandoverRequest preview = all(true);
        preview.preview = true;
        assertThat(answers("wang", handover, preview).results).extracting(r -> r.done).containsExactly(true);
        wf.expect().todoOf("li");
        AnswerHandoverRequest answer = all(true);
        answer.opId = "take-" + handover.id;
        HandoverReply first = answers("wang", handover, answer);
        assertThat(answers("wang", handover, answer).results.get(0).newItemId).isEqualTo(first.results.get(0).newItemId);
    }

    @Test
    void aReceiverWhoIsDisabledMeanwhileGetsNothing() {
        underReview("a");
        Handover handover = offered("li", to("wang"));
        SamplePeople people = new SamplePeople();
        try (StoreEngine later = nodeWith(new Directory() {
            @Override
            public Optional<Member> member(String person) {
                return person.equals("wang") ? Optional.empty() : people.member(person);
            }

            @Override
            public List<String> membersOf(String candidate) {
                return people.membersOf(candidate);
            }
        })) {
            HandoverReply reply = later.shell.handovers.answer(later.caller("admin"), handover.id, all(true));
            assertThat(reply.results).extracting(r -> r.code).containsExactly(ErrorCode.NO_PARTICIPANT);
            isRefused(() -> later.shell.handovers.answer(later.caller("wang"), handover.id, all(true)), ErrorCode.UNAUTHENTICATED, "wang");
        }
        wf.expect().todoOf("li");
    }

    @Test
    void itemsThatAreSubmittedMeanwhileAreDoneOnceByOneOfThem() throws Exception {
        List<Long> items = new ArrayList<>();
        List<Long> instances = new ArrayList<>();
        for (int n = 0; n < 20; n++) {
            underReview("it" + n);
            items.add(itemOf("li"));
            instances.add(wf.currentInstance());
        }
        Handover handover = offered("li", to("wang"));
        ExecutorService threads = Executors.newFixedThreadPool(2);
        Future<Integer> submitted = threads.submit(() -> (int) items.stream().filter(this::submits).count());
        Future<HandoverReply> answered = threads.submit(() -> answers("wang", handover, all(true)));
        List<ItemResult> results = answered.get().results;
        int bySubmit = submitted.get();
        threads.shutdown();
        assertThat(results.stream().filter(r -> r.done).count() + bySubmit).isEqualTo(20);
        assertThat(results).filteredOn(r -> !r.done).allMatch(r -> r.code == ErrorCode.ILLEGAL_STATE);
        try (StoreEngine afterwards = secondNode().amongOthers()) {
            instances.forEach(afterwards::checkStored);
        }
    }

    // ---- what goes with it ----

    /** Whoever takes the offer back waits for the instance that is being moved, and nothing moves after that. */
    @Test
    void nothingMovesAfterTheOfferWasTakenBack() throws Exception {
        for (int n = 0; n < 30; n++) {
            underReview("it" + n);
        }
        Handover handover = offered("li", to("wang"));
        CountDownLatch takenBack = new CountDownLatch(1);
        ExecutorService threads = Executors.newFixedThreadPool(1);
        try (StoreEngine mover = nodeBehind(source -> held(source, () -> moved(handover) > 3, takenBack))) {
            Future<HandoverReply> answered = threads.submit(() -> mover.shell.handovers.answer(mover.caller("wang"), handover.id, all(true)));
            long end = System.nanoTime() + TimeUnit.MINUTES.toNanos(1);
            while (moved(handover) < 3 && !answered.isDone() && System.nanoTime() < end) {
                Thread.onSpinWait();
            }
            engine.shell.handovers.cancel(engine.caller("li"), handover.id, new ArrangementRequest());
            long kept = todo("li");
            takenBack.countDown();
            HandoverReply answer = answered.get(1, TimeUnit.MINUTES);
            assertThat(todo("li")).isEqualTo(kept).isEqualTo(answer.results.stream().filter(r -> !r.done).count()).isPositive();
            assertThat(answer.results).filteredOn(r -> !r.done).allMatch(r -> r.reason.contains("over already"));
            assertThat(answer.handover.state).isEqualTo(HandoverState.CANCELLED);
            assertThat(answer.handover.items).noneMatch(i -> i.state == HandoverItemState.GONE);
        } finally {
            threads.shutdownNow();
        }
    }

    private int moved(Handover handover) {
        return engine.shell.handovers.get(engine.caller("li"), handover.id).moved;
    }

    /** Whoever begins a transaction while that is so waits until it is over: a move under way ends, and not all of them can be done before. */
    private static DataSource held(DataSource source, BooleanSupplier waits, CountDownLatch over) {
        Class<?>[] types = {DataSource.class};
        return (DataSource) Proxy.newProxyInstance(HandoverTest.class.getClassLoader(), types, (proxy, method, arguments) -> {
            if (method.getName().equals("getConnection") && over.getCount() > 0 && waits.getAsBoolean()) {
                over.await(1, TimeUnit.MINUTES);
            }
            try {
                return method.invoke(source, arguments);
            } catch (InvocationTargetException e) {
                throw e.getCause();
            }
        });
    }

    private long todo(String person) {
        return engine.shell.lists.count(engine.caller(person), WorkListKind.TODO, WorkListFilter.ALL, true).count;
    }

    @Test
    void draftsStayWithWhomTheyAreAndAreCounted() {
        StartRequest start = new StartRequest();
        start.definitionKey = "order";
        start.draft = true;
        long draft = engine.execute("li", Command.create("start", start)).instanceId;
        isRefused(() -> offered("li", to("wang")), ErrorCode.ILLEGAL_STATE, "li has no open work");
        underReview("a");
        HandoverReply reply = engine.shell.handovers.handOver(engine.caller("li"), to("wang"));
        assertThat(reply.handover.items).hasSize(1);
        assertThat(reply.drafts).isEqualTo(1);
        engine.execute("li", Command.onInstance("deleteInstance", draft, new DeleteInstanceRequest()));
    }

    @Test
    void whatWasTerminatedMeanwhileIsGone() {
        underReview("a");
        Handover handover = offered("li", to("wang"));
        engine.execute("admin", Command.onInstance("terminate", wf.currentInstance(), terminate()));
        assertThat(answers("wang", handover, all(true)).handover.items).extracting(i -> i.state).containsExactly(HandoverItemState.GONE);
    }

    @Test
    void theGiverFindsWhatHeGaveAndMayReadIt() {
        underReview("a");
        answers("wang", offered("li", to("wang")), all(true));
        assertThat(engine.shell.lists.page(engine.caller("li"), WorkListKind.PASSED, new WorkListFilter("order", null, null), null, 1).items)
                .extracting(i -> i.instanceId).containsExactly(wf.currentInstance());
        engine.shell.reading.instance(engine.caller("li"), wf.currentInstance());
        engine.execute("admin", Command.onItem("replaceHandler", itemOf("wang"), replacing("qian")));
        isRefused(() -> engine.shell.reading.instance(engine.caller("wang"), wf.currentInstance()), ErrorCode.NOT_FOUND, "");
    }

    private static ReplaceHandlerRequest replacing(String by) {
        ReplaceHandlerRequest request = new ReplaceHandlerRequest();
        request.user = by;
        return request;
    }

    /** Li has started one instance and was sent another to read; wang gets the rights of both, and nothing of what has ended. */
    @Test
    void rightsOfStarterAndReaderGoWithItIfAsked() {
        wf.started("ended", "order", "li");
        engine.execute("admin", Command.onInstance("terminate", wf.currentInstance(), terminate()));
        long ended = wf.currentInstance();
        wf.started("own", "order", "li");
        wf.actor("li").submits("draft");
        long own = wf.currentInstance();
        wf.started("read", "order", "zhao");
        long read = wf.currentInstance();
        CirculateRequest circulate = new CirculateRequest();
        circulate.users.add("li");
        engine.shell.attempts.of(Locale.ENGLISH, () -> engine.shell.circulation.circulate(engine.caller("zhao"), read, circulate));
        HandoverRequest request = to("wang");
        request.definitionKey = "order";
        answers("wang", offered("li", request), all(true));
        assertThat(started("wang")).as("nobody asked for it").isEmpty();
        engine.execute("wang", Command.onItem("transfer", engine.openItems(own).get(0).id(), transferTo("li")));
        request.includeRoles = true;
        Handover handover = offered("li", request);
        assertThat(handover.includeRoles).isTrue();
        isRefused(() -> engine.shell.reading.instance(engine.caller("wang"), read), ErrorCode.NOT_FOUND, "");
        answers("wang", handover, all(true));
        assertThat(started("wang")).containsExactly(own).doesNotContain(ended);
        engine.shell.reading.instance(engine.caller("wang"), read);
        assertThat(engine.shell.instanceLists.page(engine.caller("wang"), InstanceListKind.READABLE, InstanceListFilter.ALL, null, 100).instances)
                .extracting(i -> i.id).contains(read, own);
        wf.expect().at("draft");
        engine.execute("wang", Command.onInstance("terminate", own, terminate()));
        assertThat(engine.stateOf(own)).isEqualTo(InstanceState.TERMINATED);
    }

    private List<Long> started(String person) {
        return engine.shell.instanceLists.page(engine.caller(person), InstanceListKind.STARTED, InstanceListFilter.ALL, null, 100).instances.stream().map(i -> i.id).toList();
    }

    private static TransferRequest transferTo(String person) {
        TransferRequest transfer = new TransferRequest();
        transfer.user = person;
        return transfer;
    }

    private static TerminateRequest terminate() {
        TerminateRequest terminate = new TerminateRequest();
        terminate.reason = "no longer needed";
        return terminate;
    }

    private boolean submits(long item) {
        try {
            engine.shell.settling.perform(engine.caller("li"), Command.onItem("submit", item, new SubmitRequest()));
            return true;
        } catch (Refused e) {
            assertThat(e.problem().code).isIn(ErrorCode.ILLEGAL_STATE, ErrorCode.FORBIDDEN);
            return false;
        }
    }

    // ---- bulk replacement ----

    private ItemsReply replaced(String person, String from, String to, int limit, Long after) {
        ReplaceHandlersRequest request = new ReplaceHandlersRequest();
        request.from = from;
        request.to = to;
        request.limit = limit;
        request.after = after;
        return engine.shell.replacements.replaceHandlers(engine.caller(person), request);
    }

    @Test
    void anAdministratorPutsAnotherInSomebodysPlacePageByPage() {
        underReview("a");
        underReview("b");
        underReview("c");
        isRefused(() -> replaced("sun", "li", "wang", 10, null), ErrorCode.FORBIDDEN, "work.reassign");
        isRefused(() -> replaced("admin", "li", "nobody", 10, null), ErrorCode.NO_PARTICIPANT, "nobody");
        isRefused(() -> replaced("admin", "li", "wang", 0, null), ErrorCode.INVALID_INPUT, "from 1 to 1,000");
        ItemsReply first = replaced("admin", "li", "wang", 2, null);
        assertThat(first.done).isEqualTo(2);
        ItemsReply second = replaced("admin", "li", "wang", 2, first.next);
        assertThat(second.done).isEqualTo(1);
        assertThat(second.next).isNull();
        wf.expect().todoOf("wang").noTodoOf("li");
        assertThat(last().asAdmin).isTrue();
    }

    @Test
    void whoHasAPartThereAlreadyIsToldForEachItem() {
        wf.started("it", "contract", "zhao");
        wf.actor("zhao").submits("draft");
        underReview("a");
        ItemsReply reply = replaced("admin", "li", "sun", 10, null);
        assertThat(reply.items).extracting(i -> String.valueOf(i.code)).containsExactly("TARGET_INVALID", "null");
        assertThat(reply.refused).isEqualTo(1);
    }

    // ---- those who are gone ----

    @Test
    void whoeverIsGoneAndHoldsWorkIsListedUntilItIsReplaced() throws Exception {
        underReview("a");
        underReview("b");
        assertThat(engine.shell.vanished.list(engine.caller("admin"), null, null).handlers).isEmpty();
        isGone("li", "false", "null");
        isGone("qian", "true", "'2001-01-01 00:00:00'");
        wf.actor("li").transfers("review", "qian");
        assertThat(vanished()).containsExactly("li 1", "qian 1");
        assertThat(engine.shell.vanished.list(engine.caller("admin"), null, 1).next).isEqualTo("li");
        assertThat(engine.shell.vanished.list(engine.caller("admin"), null, 1).items).isEqualTo(2);
        assertThat(engine.shell.vanished.list(engine.caller("admin"), "li", 1).handlers).extracting(h -> h.person.id).containsExactly("qian");
        isRefused(() -> engine.shell.vanished.list(engine.caller("li"), null, null), ErrorCode.FORBIDDEN, "work.reassign");
        assertThat(neighbour.shell.vanished.list(neighbour.caller("admin"), null, null).handlers).isEmpty();
        OrganisationState state = health(engine);
        assertThat(state.vanishedHandlers + " hold " + state.vanishedItems).isEqualTo("2 hold 2");
        assertThat(state.text).contains("2 who are gone still hold 2 pieces of work");
        assertThat(health(neighbour).vanishedHandlers).isZero();
        replaced("admin", "li", "wang", 10, null);
        replaced("admin", "qian", "wang", 10, null);
        assertThat(vanished()).isEmpty();
        assertThat(health(engine).vanishedItems).isZero();
        assertThat(health(engine).text).doesNotContain("gone");
        isGone("wang", "true", "null");
        assertThat(vanished()).isEmpty();
        change("update wf_person set valid_from = '2999-01-01 00:00:00' where id = 'wang'");
        assertThat(vanished()).as("his time has not come").hasSize(1).allMatch(h -> h.startsWith("wang "));
        change("delete from wf_person");
    }

    private static OrganisationState health(StoreEngine engine) {
        return new OrgHealth(engine.shell.orgLoads, engine.shell.sources, tenant -> new SamplePeople(), engine.shell.attempts, new Settings(name -> null, name -> null), new Views(),
                engine.shell.roleStore, new Separation(new Settings(name -> null, name -> null)), engine.shell.vanished, engine.clock).state(engine.caller("admin"));
    }

    private void isGone(String person, String enabled, String validTo) throws Exception {
        change("insert into wf_person (tenant, id, login_name, name, enabled, valid_from, valid_to, version) values ('default', '"
                + person + "', '" + person + "', '" + person + "', " + enabled + ", '2000-01-01 00:00:00', " + validTo + ", 1)");
    }

    private List<String> vanished() {
        return engine.shell.vanished.list(engine.caller("admin"), null, null).handlers.stream().map(h -> h.person.id + " " + h.items).toList();
    }
}
