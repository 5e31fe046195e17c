package wf.command;

import jakarta.inject.Singleton;
import java.util.function.Consumer;
import wf.bpmn.BpmnReader;
import wf.definition.ProcessDefinition;
import wf.instance.ProcessInstance;
import wf.node.BuiltInNodeTypes;
import wf.operation.Charter;
import wf.operation.Operations;
import wf.operation.Policies;
import wf.rule.Expressions;
import wf.rule.Languages;
import wf.rule.jexl.JexlExpressions;
import wf.rule.xpath.XPathExpressions;
import wf.runtime.Decision;
import wf.runtime.Facts;
import wf.runtime.Flow;
import wf.runtime.NodeTypes;
import wf.runtime.Trail;

/** The pure core put together: node types, operations, expressions and the model reader. One for the whole server. */
@Singleton
public final class Kernel {

    private final NodeTypes nodeTypes = BuiltInNodeTypes.all();
    private final Operations operations = Operations.builtIn();
    private final Charter charter = Charter.of(operations);
    private final Expressions expressions = new Languages(new JexlExpressions(), new XPathExpressions());
    private final BpmnReader reader = new BpmnReader(nodeTypes, expressions);
    private final BpmnReader checker = reader.knowing(Policies.names(operations));

    public Operations operations() {
        return operations;
    }

    /** What identities may do where a tenant has said nothing about it. */
    public Charter charter() {
        return charter;
    }

    public Expressions expressions() {
        return expressions;
    }

    /** Reads what is stored. */
    public BpmnReader reader() {
        return reader;
    }

    /** Reads what somebody sends: what is refused here may be stored by an earlier release, and is still read. */
    BpmnReader checker() {
        return checker;
    }

    Decision decide(ProcessDefinition definition, ProcessInstance copy, Facts facts, Trail trail, Consumer<Flow> operation) {
        return Flow.decide(definition, copy, facts, nodeTypes, trail, operation);
    }
}
