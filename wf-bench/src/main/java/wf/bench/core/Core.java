package wf.bench.core;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import wf.bpmn.BpmnModel;
import wf.bpmn.BpmnReader;
import wf.contract.OperationRequest;
import wf.contract.StartRequest;
import wf.contract.SubmitRequest;
import wf.definition.ProcessDefinition;
import wf.instance.InstanceIdentity;
import wf.instance.ProcessInstance;
import wf.instance.WorkItem;
import wf.node.BuiltInNodeTypes;
import wf.operation.Operation;
import wf.operation.Operations;
import wf.operation.Past;
import wf.operation.Subject;
import wf.rule.Expressions;
import wf.rule.Languages;
import wf.rule.jexl.JexlExpressions;
import wf.rule.xpath.XPathExpressions;
import wf.runtime.Decision;
import wf.runtime.Directory;
import wf.runtime.Facts;
import wf.runtime.Flow;
import wf.runtime.Member;
import wf.runtime.NodeTypes;
import wf.runtime.Trail;
import wf.value.Value;

/** The core without a world around it: one person who does everything, ids that count up, and a clock that stands. */
final class Core implements Facts, Directory {

    private static final Instant NOW = Instant.ofEpochSecond(1_800_000_000);
    private static final Member SOMEBODY = new Member("li", "li", Set.of("user:li"), false);
    private final Expressions expressions = new Languages(new JexlExpressions(), new XPathExpressions());
    private final NodeTypes types = BuiltInNodeTypes.all();
    private final Operations operations = Operations.builtIn();
    private final BpmnReader reader = new BpmnReader(types, expressions);
    private long lastId;

    BpmnModel read(byte[] xml) {
        return reader.read(xml);
    }

    ProcessDefinition definition(String xml) {
        BpmnModel model = read(xml.getBytes(StandardCharsets.UTF_8));
        if (model.isRefused()) {
            throw new IllegalStateException(model.findings().toString());
        }
        return model.definitions().get(0);
    }

    ProcessInstance start(ProcessDefinition definition, Map<String, Optional<Value>> variables) {
        return decide(definition, new ProcessInstance(new InstanceIdentity(newId(), 1, null, "bench", null)), null, "start",
                new StartRequest(), variables);
    }

    ProcessInstance submit(ProcessDefinition definition, ProcessInstance instance, WorkItem item) {
        return decide(definition, instance, item, "submit", new SubmitRequest(), Map.of());
    }

    private <R extends OperationRequest> ProcessInstance decide(ProcessDefinition definition, ProcessInstance before, WorkItem item,
            String name, R request, Map<String, Optional<Value>> variables) {
        Operation<R> operation = operations.of(name, request);
        Subject subject = new Subject(definition, before.copy(), item, null, Trail.EMPTY, Past.UNKNOWN, variables, this);
        Optional<?> refused = operation.unavailable(subject).or(() -> operation.refuse(request, subject));
        if (refused.isPresent()) {
            throw new IllegalStateException(refused.toString());
        }
        Decision decision = Flow.decide(definition, subject.instance(), this, types, flow -> operation.decide(request, subject, flow));
        if (decision.refused().isPresent() || decision.events().isEmpty()) {
            throw new IllegalStateException(String.valueOf(decision.rejection()));
        }
        return decision.after();
    }

    @Override
    public Instant now() {
        return NOW;
    }

    @Override
    public Member actor() {
        return SOMEBODY;
    }

    @Override
    public long newId() {
        return ++lastId;
    }

    @Override
    public Directory directory() {
        return this;
    }

    @Override
    public Expressions expressions() {
        return expressions;
    }

    @Override
    public Optional<Member> member(String personId) {
        return Optional.of(SOMEBODY);
    }

    @Override
    public List<String> membersOf(String candidate) {
        return List.of(candidate.substring(candidate.indexOf(':') + 1));
    }
}
