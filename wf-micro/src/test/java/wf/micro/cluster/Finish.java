package wf.micro.cluster;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Random;
import java.util.concurrent.Callable;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import wf.contract.CountersignSubmitRequest;
import wf.contract.IncidentInfo;
import wf.contract.InstanceState;
import wf.contract.OpenReply;
import wf.contract.OperationRequest;
import wf.contract.ResubmitMode;
import wf.contract.SubmitRequest;
import wf.contract.Vote;
import wf.contract.WorkItemInfo;
import wf.contract.WorkItemState;
import wf.scenario.World;

/** People who do nothing but what lies before them, until there is nothing left to do. */
final class Finish {
    private static final long PATIENCE = TimeUnit.MINUTES.toNanos(3);

    private final TwoNodes nodes;
    private final Answers answers;
    private final Random random;

    Finish(TwoNodes nodes, Answers answers, long seed) {
        this.nodes = nodes;
        this.answers = answers;
        random = new Random(seed);
    }

    void all(List<Long> instances) throws Exception {
        Together.act(instances.stream().<Callable<Object>>map(instance -> () -> {
            toItsEnd(instance);
            return null;
        }).toList());
    }

    private void toItsEnd(long instance) {
        for (long begin = System.nanoTime(); ; ) {
            OpenReply open = nodes.any(random).call(Cast.ADMIN, OpenReply.class, "openInstance", "instanceId", instance);
            if (open.instance.endedAt != null) {
                return;
            }
            assertThat(System.nanoTime() - begin).as("instance %s comes to its end; open are %s", instance,
                    open.openItems.stream().map(i -> i.nodeId + " " + i.kind + " " + i.state).toList()).isLessThan(PATIENCE);
            if (!goOn(open)) {
                LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(500));
            }
        }
    }

    /** Whether anything was done. */
    private boolean goOn(OpenReply open) {
        boolean done = false;
        if (open.instance.state == InstanceState.SUSPENDED) {
            done |= ask(Wish.onInstance(Cast.STARTER, "resumeInstance", open.instance.id, new OperationRequest()));
        }
        for (IncidentInfo incident : open.incidents) {
            done |= ask(new Wish(Cast.ADMIN, "skipIncident", "incidentId", incident.id, new OperationRequest()));
        }
        for (WorkItemInfo item : open.openItems) {
            done |= item.state != WorkItemState.WAITING && work(item);
        }
        return done;
    }

    private boolean work(WorkItemInfo item) {
        if (item.state == WorkItemState.SUSPENDED) {
            return ask(Wish.onItem(item.owner == null ? candidate(item) : item.owner.id, "resumeItem", item.id, new OperationRequest()));
        } else if (item.owner == null) {
            return ask(Wish.onItem(candidate(item), "claim", item.id, new OperationRequest()));
        } else {
            return ask(handedIn(item));
        }
    }

    private static String candidate(WorkItemInfo item) {
        String first = item.candidates.get(0);
        return first.startsWith("user:") ? first.substring("user:".length()) : "wang";
    }

    private static Wish handedIn(WorkItemInfo item) {
        return switch (item.kind) {
            case SIGN, ADDSIGN -> Wish.onItem(item.owner.id, "countersignSubmit", item.id, agreed());
            case ASSIST -> Wish.onItem(item.owner.id, "assistSubmit", item.id, new OperationRequest());
            default -> Wish.onItem(item.owner.id, "submit", item.id, last());
        };
    }

    private static OperationRequest agreed() {
        CountersignSubmitRequest request = new CountersignSubmitRequest();
        request.vote = Vote.AGREE;
        return request;
    }

    private static OperationRequest last() {
        SubmitRequest request = new SubmitRequest();
        request.resubmitMode = ResubmitMode.STEPWISE;
        request.variables.add(World.property("again", false));
        return request;
    }

    /** One who has to wait for another is refused, and has his turn when all are looked at again. */
    private boolean ask(Wish wish) {
        return answers.to(wish.operation() + " on " + wish.target(), () -> wish.over(nodes.any(random))).isPresent();
    }
}
