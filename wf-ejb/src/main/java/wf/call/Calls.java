package wf.call;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.logging.Level;
import java.util.logging.Logger;
import wf.contract.ValueType;
import wf.definition.ProcessDefinition;
import wf.instance.Job;
import wf.node.call.CallSettings;
import wf.node.call.RemoteCall;
import wf.value.Value;

/**
 * Carries out the remote calls of automatic nodes. A job may be carried out more than once, since its node may die before
 * the answer is stored; so each request bears the job's id, by which the other side can tell.
 */
@Singleton
public class Calls implements RemoteCalls {

    private static final Logger LOG = Logger.getLogger(Calls.class.getName());

    private final RestCalls rest;
    private final SoapCalls soap;
    private final SqlCalls sql;
    private final JmsCalls jms;

    @Inject
    public Calls(RestCalls rest, SoapCalls soap, SqlCalls sql, JmsCalls jms) {
        this.rest = rest;
        this.soap = soap;
        this.sql = sql;
        this.jms = jms;
    }

    @Override
    public Duration patience(ProcessDefinition definition, Job job) {
        RemoteCall call = settings(definition, job).flatMap(CallSettings::remote).orElse(null);
        Duration timeout = call instanceof RemoteCall.Rest one ? one.timeout() : call instanceof RemoteCall.Soap one ? one.timeout() : null;
        return timeout == null ? RemoteCalls.super.patience(definition, job) : timeout;
    }

    private static Optional<CallSettings> settings(ProcessDefinition definition, Job job) {
        return definition.has(job.nodeId()) ? CallSettings.of(definition.node(job.nodeId())) : Optional.empty();
    }

    @Override
    public Outcome perform(ProcessDefinition definition, Job job) {
        Optional<CallSettings> settings = settings(definition, job);
        Optional<RemoteCall> call = settings.flatMap(CallSettings::remote);
        if (call.isEmpty()) {
            return new Outcome.Failed("the node " + job.nodeId() + " calls nobody in this version of the process", false);
        }
        try {
            return outcome(settings.get(), call.get(), job);
        } catch (CallFailed e) {
            return new Outcome.Failed(e.getMessage(), e.isRetryable());
        } catch (RuntimeException e) {
            LOG.log(Level.WARNING, e, () -> "job " + job.id() + " to " + job.target());
            return new Outcome.Failed("the call could not be made; the server's log has more about job " + job.id(), true);
        }
    }

    private Outcome outcome(CallSettings settings, RemoteCall call, Job job) throws CallFailed {
        Answer answer = answer(call, job);
        if (answer.fault() != null) {
            Optional<String> code = answer.fault().names().stream().flatMap(n -> settings.codeOfFault(n).stream()).findFirst();
            if (code.isPresent()) {
                return new Outcome.BpmnError(code.get(), answer.fault().text());
            }
        }
        Optional<String> code = settings.codeOfStatus(answer.status());
        if (code.isPresent()) {
            return new Outcome.BpmnError(code.get(), answer.told());
        }
        return answer.isGood() ? new Outcome.Done(values(settings, answer)) : new Outcome.Failed(answer.told(), answer.isRetryable());
    }

    private Answer answer(RemoteCall call, Job job) throws CallFailed {
        if (call instanceof RemoteCall.Rest one) {
            return rest.call(one, job);
        } else if (call instanceof RemoteCall.Soap one) {
            return soap.call(one, job);
        } else if (call instanceof RemoteCall.Sql one) {
            return sql.call(one, job);
        }
        return jms.call((RemoteCall.Jms) call, job);
    }

    // ---- what is taken from the answer ----

    private static Map<String, Optional<Value>> values(CallSettings settings, Answer answer) throws CallFailed {
        Map<String, Optional<Value>> values = new LinkedHashMap<>();
        for (CallSettings.Result result : settings.results()) {
            if (result.path() != null) {
                values.put(result.variable(), value(answer.at(result.path()), result.variable()));
            }
        }
        if (settings.needsResponse()) {
            Map<String, Object> response = new LinkedHashMap<>();
            response.put("status", answer.status());
            response.put("body", answer.body());
            values.put(CallSettings.RESPONSE, value(response, "the whole answer"));
        }
        return values;
    }

    private static Optional<Value> value(Object part, String name) throws CallFailed {
        try {
            return Optional.ofNullable(part).map(Value::of);
        } catch (IllegalArgumentException e) {
            throw CallFailed.forGood(name + " cannot be kept: " + e.getMessage() + "; take parts of the answer by their path");
        }
    }

    /** Text that a system sent, short enough and fit for a person's eyes. */
    static String excerpt(String text) {
        String clean = text.replaceAll("\\p{Cntrl}+", " ").strip();
        return clean.length() <= 200 ? clean : clean.substring(0, 200) + "…";
    }

    /** The input of a job as text; absent is null. */
    static String input(Job job, String name) {
        Value value = job.inputs().get(name);
        return value == null ? null : value.type() == ValueType.STRING ? value.text() : value.toJson();
    }
}
