package wf.node;

import java.util.List;
import wf.runtime.NodeTypes;

/** The node types that the product brings. */
public final class BuiltInNodeTypes {

    private BuiltInNodeTypes() { }

    public static NodeTypes all() {
        return new NodeTypes(List.of(new StartEvent(), new EndEvent(), new ExclusiveGateway(), new ParallelGateway(),
                new HumanTask(), new ScriptTask(), new VirtualNode()));
    }
}
