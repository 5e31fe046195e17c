package wf.micro.face;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static wf.scenario.Model.Line.line;
import static wf.scenario.Model.by;
import static wf.scenario.Model.byStarter;
import static wf.scenario.Model.process;

import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import wf.contract.Count;
import wf.contract.DefinitionReply;
import wf.contract.History;
import wf.contract.HistoryEntry;
import wf.contract.InstanceState;
import wf.contract.OpenReply;
import wf.contract.OperationReply;
import wf.contract.StartRequest;
import wf.contract.SubmitRequest;
import wf.contract.Verification;
import wf.contract.WorkItemInfo;
import wf.micro.AnotherServer;
import wf.micro.RunningProduct;

/**
 * A server is killed as by kill -9 while 200 instances run on it, and started again: what was answered is there once,
 * what was not can be asked again under the same operation id, and all of it ends.
 */
@ExtendWith(RunningProduct.class)
class KillIT {
    private static final int INSTANCES = 200;
    private static final int WORKERS = 8;
    private static final int ANSWERS_BEFORE_THE_END = 450;
    /** Of 1,000: nobody asks for more before the end, however late it comes. */
    private static final int MOST_BEFORE_THE_END = 900;

    /** One instance from its start to its end: each step an operation whose id is known beforehand. */
    private enum Step { START, DRAFT, LEGAL, FINANCE, SIGN }

    private static final Map<Step, String> ACTORS = Map.of(Step.START, "zhao", Step.DRAFT, "zhao", Step.LEGAL, "li",
            Step.FINANCE, "wang", Step.SIGN, "sun");

    private final String key = "kill_" + UUID.randomUUID().toString().substring(0, 8);
    /** The reply of each operation that was answered, by its id. */
    private final Map<String, OperationReply> answered = new ConcurrentHashMap<>();
    private final CountDownLatch enough = new CountDownLatch(ANSWERS_BEFORE_THE_END);
    private final CountDownLatch killed = new CountDownLatch(1);

    @Test
    void nothingIsLostAndNothingIsDoubled() throws Exception {
        try (AnotherServer server = AnotherServer.start()) {
            Rest rest = new Rest(server.url());
            rest.call("admin", DefinitionReply.class, "release", "definitionId", rest.call("admin", DefinitionReply.class, "deploy",
                    "request", Ground.file(process(key).step("draft", byStarter())
                            .fork(line("legal", by("li")), line("finance", by("wang"))).step("sign", by("sun")).end())).definitions.get(0).id);

            startAll(rest);
            ExecutorService workers = Executors.newFixedThreadPool(WORKERS);
            List<Future<?>> work = driveAll(rest, workers);
            assertThat(enough.await(2, TimeUnit.MINUTES)).as("the work goes on").isTrue();
            server.kill();
            killed.countDown();
            workers.shutdown();
            assertThat(workers.awaitTermination(1, TimeUnit.MINUTES)).isTrue();
            assertThat(answered.size()).as("the end came in the middle").isBetween(ANSWERS_BEFORE_THE_END, INSTANCES * Step.values().length - 1);
            assertThat(work).allMatch(Future::isDone);

            server.startAgain();
            whatWasAnsweredIsThereOnce(rest);
            Map<String, OperationReply> before = Map.copyOf(answered);
            ExecutorService again = Executors.newFixedThreadPool(WORKERS);
            for (Future<?> one : driveAll(rest, again)) {
                one.get(2, TimeUnit.MINUTES);
            }
            again.shutdown();
            before.forEach((opId, reply) -> assertThat(answered.get(opId).version).isEqualTo(reply.version));
            allHaveEnded(rest);
            whatIsNotedBeforeAStopIsKept(rest, server);
        }
    }

    private void startAll(Rest rest) {
        IntStream.range(0, INSTANCES).parallel().forEach(number -> act(rest, number, Step.START, null));
    }

    /** Each worker takes an instance, goes one step, and puts it back, so that all of them run at the same time. */
    private List<Future<?>> driveAll(Rest rest, ExecutorService workers) {
        Queue<Progress> running = new ConcurrentLinkedQueue<>();
        IntStream.range(0, INSTANCES).forEach(number -> running.add(new Progress(number)));
        return Stream.<Future<?>>generate(() -> workers.submit(() -> {
            for (Progress one = running.poll(); one != null; one = running.poll()) {
                if (one.goOn(rest)) {
                    running.add(one);
                }
            }
        })).limit(WORKERS).toList();
    }

    /** Where an instance is. It goes every step from the first, also those that were answered before. */
    private final class Progress {
        private final int number;
        private int next;
        private final Map<String, Long> items = new ConcurrentHashMap<>();

        Progress(int number) {
            this.number = number;
        }

        /** One step; false at the end, or when there was no answer. */
        boolean goOn(Rest rest) {
            Step step = Step.values()[next++];
            try {
                OperationReply reply = act(rest, number, step, items.get(step.name().toLowerCase()));
                for (WorkItemInfo item : reply.itemsCreated) {
                    items.put(item.nodeId, item.id);
                }
                return next < Step.values().length;
            } catch (Unanswered e) {
                return false;
            }
        }
    }

    private void waitForTheEnd() {
        try {
            killed.await(2, TimeUnit.MINUTES);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    private OperationReply act(Rest rest, int number, Step step, Long item) {
        if (answered.size() >= MOST_BEFORE_THE_END) {
            waitForTheEnd();
        }
        String opId = key + "-" + number + "-" + step;
        OperationReply reply;
        if (step == Step.START) {
            StartRequest request = new StartRequest();
            request.definitionKey = key;
            request.opId = opId;
            reply = rest.call(ACTORS.get(step), OperationReply.class, "start", "request", request);
        } else {
            SubmitRequest request = new SubmitRequest();
            request.opId = opId;
            reply = rest.call(ACTORS.get(step), OperationReply.class, "submit", "workItemId", item, "request", request);
        }
        if (answered.put(opId, reply) == null) {
            enough.countDown();
        }
        return reply;
    }

    private void whatWasAnsweredIsThereOnce(Rest rest) {
        assertThat(rest.call("admin", Count.class, "countInstances", "definitionKey", key).count).isEqualTo(INSTANCES);
        for (int number = 0; number < INSTANCES; number++) {
            String prefix = key + "-" + number + "-";
            long instance = answered.get(prefix + Step.START).instanceId;
            List<String> done = journal(rest, instance);
            List<String> sure = answered.keySet().stream().filter(id -> id.startsWith(prefix)).toList();
            assertThat(done).doesNotHaveDuplicates().containsAll(sure).allMatch(id -> id.startsWith(prefix));
            // At most one was under way for each instance.
            assertThat(done.size()).isLessThanOrEqualTo(sure.size() + 1);
            assertThat(open(rest, instance).openItems).extracting(i -> i.nodeId).containsExactlyInAnyOrderElementsOf(expected(done));
        }
    }

    /** The nodes with open items after these operations. */
    private static List<String> expected(List<String> done) {
        return switch (done.size()) {
            case 1 -> List.of("draft");
            case 2 -> List.of("legal", "finance");
            case 3 -> List.of("finance");
            case 4 -> List.of("sign");
            default -> List.of();
        };
    }

    private void allHaveEnded(Rest rest) {
        assertThat(rest.call("admin", Count.class, "countInstances", "definitionKey", key, "state", InstanceState.COMPLETED).count)
                .isEqualTo(INSTANCES);
        assertThat(rest.call("admin", Count.class, "countInstances", "definitionKey", key).count).isEqualTo(INSTANCES);
        for (int number = 0; number < INSTANCES; number++) {
            String prefix = key + "-" + number + "-";
            assertThat(journal(rest, answered.get(prefix + Step.START).instanceId))
                    .containsExactlyElementsOf(Stream.of(Step.values()).map(step -> prefix + step).toList());
        }
    }

    /** Refusals are noted in memory and written by the tick, or by the stop. */
    private void whatIsNotedBeforeAStopIsKept(Rest rest, AnotherServer server) {
        String opId = "refused-" + key;
        SubmitRequest request = new SubmitRequest();
        request.opId = opId;
        assertThatThrownBy(() -> rest.call("li", OperationReply.class, "submit", "workItemId", -1L, "request", request)).isInstanceOf(Refusal.class);
        server.stop();
        assertThat(server.rows().texts("select op_id from wf_access_log")).contains(opId);
    }

    /** The ids of the operations in the journal, whose hash chain is whole. */
    private static List<String> journal(Rest rest, long instance) {
        Verification verification = rest.call("admin", Verification.class, "verifyJournal", "instanceId", instance);
        assertThat(verification.brokenAt).as("first broken row of instance %d, which has %d", instance, verification.rows).isNull();
        List<HistoryEntry> entries = rest.call("admin", History.class, "getHistory", "instanceId", instance).entries;
        assertThat(verification.rows).isEqualTo(entries.size()).isEqualTo(open(rest, instance).instance.version);
        return entries.stream().map(e -> e.opId).toList();
    }

    private static OpenReply open(Rest rest, long instance) {
        return rest.call("admin", OpenReply.class, "openInstance", "instanceId", instance);
    }
}
