package wf.micro.cluster;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;
import wf.contract.InstanceState;
import wf.contract.OperationRequest;
import wf.contract.ReturnRequest;
import wf.contract.SuspendInstanceRequest;
import wf.contract.SuspendItemRequest;
import wf.contract.WithdrawRequest;
import wf.contract.WorkItemInfo;
import wf.contract.WorkItemKind;
import wf.contract.WorkItemState;
import wf.contract.WorkListKind;

/** What a person may want of an instance, drawn at random from what lies before him. That others are faster makes the rest. */
final class Wishes {
    private static final Set<WorkItemKind> WORK = Set.of(WorkItemKind.MAIN);
    private static final Set<WorkItemKind> VOTES = Set.of(WorkItemKind.SIGN, WorkItemKind.ADDSIGN);
    private static final Set<WorkItemKind> HELP = Set.of(WorkItemKind.ASSIST);
    private static final Set<WorkItemKind> ANY = Set.of(WorkItemKind.values());
    private static final int TRIES = 8;

    private final Desk desk;
    private final Random random;
    private final Requests some;
    private final Map<String, Function<String, Optional<Wish>>> draws = new LinkedHashMap<>();
    /** Each operation as often as it is to come. */
    private final List<String> lots = new ArrayList<>();

    Wishes(Desk desk, Random random) {
        this.desk = desk;
        this.random = random;
        some = new Requests(random);
        work();
        help();
        moves();
        whole();
        beside();
    }

    /** The first that is drawn and makes sense; empty when he finds nothing to do. */
    Optional<Wish> draw() {
        Optional<Wish> drawn = Optional.empty();
        for (int tries = 0; drawn.isEmpty() && tries < TRIES; tries++) {
            String operation = lots.get(random.nextInt(lots.size()));
            drawn = draws.get(operation).apply(operation);
        }
        return drawn;
    }

    private void may(String operation, int often, Function<String, Optional<Wish>> draw) {
        draws.put(operation, draw);
        for (int i = 0; i < often; i++) {
            lots.add(operation);
        }
    }

    private void work() {
        may("submit", 10, op -> mine(op, WORK, i -> some.submit()));
        may("countersignSubmit", 10, op -> mine(op, VOTES, i -> some.vote()));
        may("assistSubmit", 6, op -> mine(op, HELP, i -> new OperationRequest()));
        may("claim", 4, op -> listed(op, WorkListKind.CLAIMABLE));
        may("unclaim", 2, op -> mine(op, i -> !i.candidates.isEmpty(), i -> new OperationRequest()));
        may("suspendItem", 1, op -> mine(op, WORK, i -> new SuspendItemRequest()));
        may("resumeItem", 5, op -> any(desk.todo(), i -> liesAside(i) && desk.state() == InstanceState.RUNNING).map(i -> Wish.onItem(desk.person(), op, i.id, new OperationRequest())));
    }

    private void help() {
        may("transfer", 2, op -> mine(op, ANY, i -> some.transfer()));
        may("internalSubmit", 2, op -> mine(op, WORK, i -> some.internalSubmit()));
        may("assist", 1, op -> mine(op, WORK, i -> some.assist()));
        may("countersign", 1, op -> mine(op, WORK, i -> some.countersign()));
        may("addSign", 2, op -> mine(op, i -> !HELP.contains(i.kind), i -> some.addSign()));
        may("removeSign", 1, op -> any(desk.todo(), i -> VOTES.contains(i.kind)).map(i -> Wish.onItem(Cast.ADMIN, op, i.id, new OperationRequest())));
        may("replaceHandler", 1, op -> any(desk.todo(), i -> true).map(i -> Wish.onItem(Cast.ADMIN, op, i.id, some.replaceHandler())));
    }

    private void moves() {
        may("returnItem", 2, op -> mine(op, WORK, i -> new ReturnRequest()));
        may("returnTo", 2, op -> free(i -> WORK.contains(i.kind)).flatMap(i -> pick(desk.returnTargets(i.id))
                .map(t -> Wish.onItem(desk.person(), op, i.id, some.returnTo(t.nodeInstanceId)))));
        may("takeBack", 2, op -> desk.list(WorkListKind.DONE).stream().findFirst().map(i -> Wish.onItem(desk.person(), op, i.id, new OperationRequest())));
        may("jump", 2, op -> mine(op, WORK, i -> some.jump()));
        may("freeSubmit", 1, op -> mine(op, WORK, i -> some.freeSubmit()));
        may("moveToken", 1, op -> any(desk.todo(), i -> true)
                .map(i -> Wish.onInstance(Cast.ADMIN, op, desk.instance(), some.moveToken(i.nodeInstanceId))));
    }

    private void whole() {
        may("suspendInstance", 1, op -> seldom(whole(op, new SuspendInstanceRequest(), InstanceState.RUNNING)));
        may("resumeInstance", 12, op -> whole(op, new OperationRequest(), InstanceState.SUSPENDED));
        may("withdraw", 1, op -> seldom(whole(op, new WithdrawRequest(), InstanceState.RUNNING, InstanceState.SUSPENDED)));
        may("activate", 12, op -> whole(op, some.activate(), InstanceState.COMPLETED, InstanceState.WITHDRAWN));
    }

    private void beside() {
        may("save", 2, op -> mine(op, ANY, i -> some.draft()));
        may("circulate", 1, op -> whole(op, some.circulate(), InstanceState.values()));
        may("markRead", 1, op -> listed(op, WorkListKind.TOREAD));
        may("urge", 1, op -> any(desk.todo(), i -> true).map(i -> Wish.onInstance(Cast.ADMIN, op, desk.instance(), some.urge(i.id))));
    }

    /** What stops all others is not done whenever somebody has nothing else to do. */
    private Optional<Wish> seldom(Optional<Wish> wish) {
        return random.nextInt(12) == 0 ? wish : Optional.empty();
    }

    // ---- by whom, on what ----

    private <T> Optional<T> pick(List<T> several) {
        return several.isEmpty() ? Optional.empty() : Optional.of(several.get(random.nextInt(several.size())));
    }

    private Optional<WorkItemInfo> any(List<WorkItemInfo> items, Predicate<WorkItemInfo> which) {
        return pick(items.stream().filter(which).toList());
    }

    private static boolean liesAside(WorkItemInfo item) {
        return item.state == WorkItemState.SUSPENDED;
    }

    /** What he need not wait for. */
    private Optional<WorkItemInfo> free(Predicate<WorkItemInfo> which) {
        return any(desk.todo(), which.and(i -> !liesAside(i) && i.state != WorkItemState.WAITING));
    }

    private Optional<Wish> mine(String operation, Set<WorkItemKind> kinds, Function<WorkItemInfo, OperationRequest> request) {
        return mine(operation, i -> kinds.contains(i.kind), request);
    }

    private Optional<Wish> mine(String operation, Predicate<WorkItemInfo> which, Function<WorkItemInfo, OperationRequest> request) {
        return free(which).map(i -> Wish.onItem(desk.person(), operation, i.id, request.apply(i)));
    }

    private Optional<Wish> listed(String operation, WorkListKind list) {
        return pick(desk.list(list)).map(i -> Wish.onItem(desk.person(), operation, i.id, new OperationRequest()));
    }

    /** Of the starter, if it makes sense in the state of which one has heard last. */
    private Optional<Wish> whole(String operation, OperationRequest request, InstanceState... states) {
        return Set.of(states).contains(desk.state()) ? Optional.of(Wish.onInstance(Cast.STARTER, operation, desk.instance(), request)) : Optional.empty();
    }
}
