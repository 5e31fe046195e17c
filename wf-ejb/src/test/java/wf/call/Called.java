package wf.call;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import javax.sql.DataSource;
import wf.bpmn.BpmnModel;
import wf.bpmn.BpmnReader;
import wf.definition.ProcessDefinition;
import wf.instance.Job;
import wf.instance.JobKind;
import wf.node.BuiltInNodeTypes;
import wf.node.call.CallInputs;
import wf.node.call.CallSettings;
import wf.node.call.RemoteCall;
import wf.rule.Evaluation;
import wf.rule.Expressions;
import wf.rule.Languages;
import wf.rule.jexl.JexlExpressions;
import wf.rule.xpath.XPathExpressions;
import wf.setting.Settings;
import wf.value.Value;

/** Lets a test describe a call as a model does and carry it out at once. */
public final class Called {

    private static final Expressions EXPRESSIONS = new Languages(new JexlExpressions(), new XPathExpressions());
    private final Map<String, String> configuration = new HashMap<>();
    private final Map<String, Value> variables = new HashMap<>();
    private DataSource source;

    public Called configured(String property, String value) {
        configuration.put(property, value);
        return this;
    }

    Called with(String variable, Object value) {
        variables.put(variable, Value.of(value));
        return this;
    }

    Called on(DataSource database) {
        source = database;
        return this;
    }

    /** Carries out what stands in the service task. */
    Outcome outcome(String call) {
        ProcessDefinition definition = definition(call);
        RemoteCall remote = CallSettings.of(definition.node("call")).orElseThrow().remote().orElseThrow();
        Evaluation<Map<String, Value>> inputs = CallInputs.of(remote, EXPRESSIONS, variables);
        if (inputs.isError()) {
            throw new AssertionError(inputs.error());
        }
        return calls().perform(definition, new Job(4711, 1L, "call", JobKind.CALL, remote.target(), null, inputs.value(), Instant.EPOCH));
    }

    /** All kinds of calls with this configuration. */
    public Calls calls() {
        Settings settings = new Settings(configuration::get, name -> null);
        Places places = new Places(settings);
        Headers headers = new Headers(settings);
        Http http = new Http(settings);
        DataSources sources = source == null ? new DataSources(settings) : new DataSources(settings) {
            @Override
            public DataSource of(String name) {
                return source;
            }
        };
        return new Calls(new RestCalls(places, headers, http), new SoapCalls(places, headers, http), new SqlCalls(sources, settings),
                new JmsCalls(settings, null));
    }

    private static ProcessDefinition definition(String call) {
        BpmnModel model = new BpmnReader(BuiltInNodeTypes.all(), EXPRESSIONS).read(("""
                <definitions xmlns="http://www.omg.org/spec/BPMN/20100524/MODEL" xmlns:wf="urn:wf:bpmn:1.0" targetNamespace="t">
                <process id="p" isExecutable="true"><startEvent id="s"/><serviceTask id="call"><extensionElements>%s</extensionElements></serviceTask>
                <sequenceFlow id="f" sourceRef="s" targetRef="call"/></process></definitions>""").formatted(call).getBytes(StandardCharsets.UTF_8));
        if (model.isRefused()) {
            throw new AssertionError(model.findings().toString());
        }
        return model.definitions().get(0);
    }

    static Object given(Outcome outcome, String variable) {
        if (!(outcome instanceof Outcome.Done done)) {
            throw new AssertionError(outcome.toString());
        }
        return done.values().get(variable).map(Value::toJava).orElse(null);
    }
}
