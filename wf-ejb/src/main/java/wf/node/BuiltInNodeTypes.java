package wf.node;

import java.util.List;
import wf.runtime.NodeTypes;

/** The node types that the product brings. */
public final class BuiltInNodeTypes {

    private BuiltInNodeTypes() { }

    public static NodeTypes all() {
        return new NodeTypes(List.of(
                new StartEvent(), new CatchEvent(), new ThrowEvent(), new BoundaryEvent(), new EndEvent(),
                new ExclusiveGateway(), new ParallelGateway(), new InclusiveGateway(), new ComplexGateway(), new EventGateway(),
                new HumanTask(), new ManualTask(), new ScriptTask(), new SendTask(), new ReceiveTask(), new ServiceTask(),
                new BusinessRuleTask(),
                new VirtualNode(), new SubProcess(), new AdHocSubProcess(), new CallActivity()));
    }
}
