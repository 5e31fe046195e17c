package wf.operation;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import wf.contract.OperationRequest;

/** The registry of operations, by name. */
public final class Operations {

    private final Map<String, Operation<?>> byName = new LinkedHashMap<>();

    /** @throws IllegalArgumentException when two operations share a name */
    public Operations(List<Operation<?>> operations) {
        for (Operation<?> operation : operations) {
            if (byName.put(operation.name(), operation) != null) {
                throw new IllegalArgumentException("two operations named " + operation.name());
            }
        }
    }

    /** The operations that the product brings, in the order of their buttons. */
    public static Operations builtIn() {
        return new Operations(List.of(new Claim(), new Submit(), new CountersignSubmit(), new AssistSubmit(), new Return(), new ReturnTo(),
                new Transfer(), new InternalSubmit(), new FreeSubmit(), new Jump(), new Assist(), new StartSubProcess(), new Countersign(), new AddSign(), new RemoveSign(),
                new ReplaceHandler(), new Unclaim(), new TakeBack(), new SuspendItem(), new ResumeItem(), new AddInstance(), new Supplement(), new SupplementBranch(),
                new MoveToken(), new RunScript(), new SuspendInstance(), new ResumeInstance(), new Withdraw(), new EndInstance(), new Terminate(),
                new DeleteInstance(), new RestoreInstance(), new Activate(), new Start(), new RetryIncident(), new SkipIncident(),
                new Begin(), new Trigger(), new Answer(), new ComeBack(), new Wake(), new ReachLevel(), new Follow(), new Deliver(), new MoveTimer()));
    }

    public Collection<Operation<?>> all() {
        return byName.values();
    }

    /** @throws IllegalArgumentException when the name or the request's type is wrong: faces check before they call */
    @SuppressWarnings("unchecked")
    public <R extends OperationRequest> Operation<R> of(String name, R request) {
        Operation<?> operation = byName.get(name);
        if (operation == null || !operation.requestType().isInstance(request)) {
            throw new IllegalArgumentException("no operation " + name + " taking a " + request.getClass().getSimpleName());
        }
        return (Operation<R>) operation;
    }
}
