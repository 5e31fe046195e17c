package wf.scenario;

import java.time.Duration;
import java.util.Date;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.function.Supplier;
import wf.contract.ActivateRequest;
import wf.contract.DeleteInstanceRequest;
import wf.contract.EndInstanceRequest;
import wf.contract.InstanceState;
import wf.contract.OperationRequest;
import wf.contract.RestoreInstanceRequest;
import wf.contract.SuspendInstanceRequest;
import wf.contract.TerminateRequest;
import wf.contract.WithdrawRequest;
import wf.contract.WithdrawScope;
import wf.definition.Node;
import wf.instance.ProcessInstance;
import wf.scenario.RandomRequests.Draw;

/** Draws what is done to an instance as a whole: laying aside, ending, deleting, and all that calls it back. */
final class RandomLives {

    private final CoreEngine engine;
    private final ProcessInstance instance;
    private final Random random;
    private final boolean mayEnd;

    /** @param mayEnd whether it is late enough in the sequence for the instance to be ended by force */
    RandomLives(CoreEngine engine, long instanceId, Random random, boolean mayEnd) {
        this.engine = engine;
        this.instance = engine.instance(instanceId);
        this.random = random;
        this.mayEnd = mayEnd;
    }

    /** In an order of its own, so that the same seed draws the same. */
    Map<String, Supplier<Optional<Draw>>> draws() {
        Map<String, Supplier<Optional<Draw>>> draws = new LinkedHashMap<>();
        draws.put("suspendInstance", this::suspend);
        draws.put("resumeInstance", () -> in(InstanceState.SUSPENDED, new OperationRequest()));
        draws.put("withdraw", this::withdraw);
        draws.put("endInstance", this::end);
        draws.put("terminate", this::terminate);
        draws.put("deleteInstance", this::delete);
        draws.put("restoreInstance", this::restore);
        draws.put("activate", this::activate);
        return draws;
    }

    private Optional<Draw> in(InstanceState state, OperationRequest request) {
        return instance.state() == state ? whole(request) : Optional.empty();
    }

    private Optional<Draw> whole(OperationRequest request) {
        return Optional.of(new Draw("admin", instance.id(), request, Set.of(), "when " + instance.state()));
    }

    private boolean isUnderWay() {
        return instance.state() == InstanceState.RUNNING || instance.state() == InstanceState.SUSPENDED;
    }

    private Optional<Draw> suspend() {
        SuspendInstanceRequest request = new SuspendInstanceRequest();
        request.childrenGoOn = random.nextInt(4) == 0;
        request.resumeAt = random.nextInt(4) == 0 ? Date.from(engine.now().plus(Duration.ofMinutes(1 + random.nextInt(200)))) : null;
        return random.nextBoolean() ? in(InstanceState.RUNNING, request) : Optional.empty();
    }

    /** Single items at any time, the whole of it late. */
    private Optional<Draw> withdraw() {
        WithdrawRequest request = new WithdrawRequest();
        request.reason = "no longer wanted";
        List<Engine.Item> items = engine.openItems(instance.id());
        boolean all = mayEnd && random.nextInt(3) == 0;
        request.scope = all ? WithdrawScope.INSTANCE : WithdrawScope.WORKITEM;
        request.workItemIds = all || items.isEmpty() ? List.of() : List.of(items.get(random.nextInt(items.size())).id());
        boolean sensible = all ? isUnderWay() : items.size() > 1 && instance.state() == InstanceState.RUNNING;
        return sensible ? whole(request) : Optional.empty();
    }

    private Optional<Draw> end() {
        EndInstanceRequest request = new EndInstanceRequest();
        request.resultStatus = "settled otherwise";
        return mayEnd ? in(InstanceState.RUNNING, request) : Optional.empty();
    }

    private Optional<Draw> terminate() {
        TerminateRequest request = new TerminateRequest();
        request.reason = "a mistake";
        return mayEnd && isUnderWay() ? whole(request) : Optional.empty();
    }

    private Optional<Draw> delete() {
        DeleteInstanceRequest request = new DeleteInstanceRequest();
        request.cascade = random.nextInt(3) > 0;
        return instance.state() != InstanceState.DELETED && random.nextInt(4) == 0 ? whole(request) : Optional.empty();
    }

    /** Data of an earlier day are read off the journal, which the core by itself does not have. */
    private Optional<Draw> restore() {
        return in(InstanceState.DELETED, new RestoreInstanceRequest());
    }

    /** At a node that is named, so that one can be called back at which nobody has worked yet. */
    private Optional<Draw> activate() {
        List<Node> possible = engine.definition(instance.id()).nodes().stream().filter(n -> n.isHuman() && n.scope() == null).toList();
        ActivateRequest request = new ActivateRequest();
        request.nodeId = possible.isEmpty() || random.nextInt(4) == 0 ? null : possible.get(random.nextInt(possible.size())).id();
        return instance.isClosed() && instance.state() != InstanceState.DELETED ? whole(request) : Optional.empty();
    }
}
