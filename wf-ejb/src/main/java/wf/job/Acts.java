package wf.job;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import wf.access.Caller;
import wf.command.Command;
import wf.command.CommandBus;
import wf.command.Outcome;
import wf.contract.ErrorCode;
import wf.contract.InstanceState;
import wf.contract.OperationRequest;
import wf.contract.Property;
import wf.contract.TerminateRequest;
import wf.instance.ParentLink;
import wf.operation.AnswerRequest;
import wf.operation.BeginRequest;
import wf.operation.ComeBackRequest;
import wf.operation.FollowRequest;
import wf.operation.MoveTimerRequest;
import wf.operation.ReachLevelRequest;
import wf.operation.TriggerRequest;
import wf.operation.WakeRequest;
import wf.refusal.Refused;
import wf.store.JournalRow;
import wf.store.EventStartRow;
import wf.store.JobRow;
import wf.store.JobStore;
import wf.store.JobType;
import wf.value.Value;

/** What the engine does to instances by itself, each an ordinary command of nobody. All of it runs in the caller's transaction. */
@Singleton
public class Acts {

    private final CommandBus bus;

    @Inject
    public Acts(CommandBus bus) {
        this.bus = bus;
    }

    /** @param fired how often the timer has fired before; null for anything but a timer */
    Outcome trigger(String tenant, long instanceId, long subscriptionId, Integer fired, Map<String, Value> payload, Instant reserved) {
        TriggerRequest request = new TriggerRequest();
        request.subscriptionId = subscriptionId;
        request.fired = fired;
        request.variables = properties(payload);
        return on(tenant, "trigger", instanceId, request, reserved);
    }

    /** @param by the administrator who wants it */
    Outcome moveTimer(String tenant, long instanceId, long subscriptionId, Instant dueAt, String by) {
        MoveTimerRequest request = new MoveTimerRequest();
        request.subscriptionId = subscriptionId;
        request.dueAt = dueAt;
        request.onBehalfOf = by;
        return on(tenant, "moveTimer", instanceId, request, null);
    }

    Outcome done(String tenant, long instanceId, long jobId, Map<String, Optional<Value>> outputs, Instant reserved) {
        AnswerRequest request = new AnswerRequest();
        request.jobId = jobId;
        request.outcome = AnswerRequest.Outcome.DONE;
        outputs.forEach((name, value) -> request.variables.add(property(name, value.orElse(null))));
        return on(tenant, "answer", instanceId, request, reserved);
    }

    /** @param code the error of the model, or null where it is none */
    Outcome failed(String tenant, long instanceId, long jobId, String code, String detail, Instant reserved) {
        AnswerRequest request = new AnswerRequest();
        request.jobId = jobId;
        request.outcome = AnswerRequest.Outcome.FAILED;
        request.code = code;
        request.detail = detail;
        return on(tenant, "answer", instanceId, request, reserved);
    }

    Outcome escalated(String tenant, long instanceId, long jobId, String code, Instant reserved) {
        AnswerRequest request = new AnswerRequest();
        request.jobId = jobId;
        request.outcome = AnswerRequest.Outcome.ESCALATED;
        request.code = code;
        return on(tenant, "answer", instanceId, request, reserved);
    }

    /** @param out the way back out of the called instance */
    /** @param by what somebody did to the called instance: his name and his reason stand in the history of the calling one too */
    Outcome comeBack(String tenant, long instanceId, long jobId, String out, Optional<JournalRow> by, Instant reserved) {
        ComeBackRequest request = new ComeBackRequest();
        request.onBehalfOf = by.map(r -> r.actor).orElse(null);
        request.opinion = by.map(r -> r.opinion).orElse(null);
        request.jobId = jobId;
        request.out = out;
        return on(tenant, "comeBack", instanceId, request, reserved);
    }

    /** What came while the instance stood still happens, or a pause is over by itself. */
    Ran goOn(JobRow row, JobStore jobs, Instant reserved) {
        if (!jobs.take(row)) {
            return Ran.NOTHING;
        } else if (row.type() == JobType.ARRIVALS) {
            return Ran.of(on(row.tenant, "deliver", row.instanceId, new OperationRequest(), reserved));
        }
        WakeRequest request = new WakeRequest();
        request.workItemId = row.content().target() == null ? null : Long.valueOf(row.content().target());
        request.since = Instant.parse(row.content().key());
        return Ran.of(on(row.tenant, "wake", row.instanceId, request, reserved));
    }

    /** What the model wants done may be refused as a whole: the level has come all the same, and tells so. */
    Outcome reach(JobRow row, Instant reserved) {
        ReachLevelRequest request = new ReachLevelRequest();
        request.timerId = row.id;
        try {
            return on(row.tenant, "reachLevel", row.instanceId, request, reserved);
        } catch (Refused e) {
            if (e.problem().code == ErrorCode.LOCKED) {
                throw e;
            }
            request.refused = e.problem().message;
            return on(row.tenant, "reachLevel", row.instanceId, request, reserved);
        }
    }

    Outcome follow(String tenant, long instanceId, InstanceState parent, Instant reserved) {
        FollowRequest request = new FollowRequest();
        request.parent = parent;
        return on(tenant, "follow", instanceId, request, reserved);
    }

    /** The instance that waited for it is gone for good. */
    Outcome purge(String tenant, long instanceId, Instant reserved) {
        FollowRequest request = new FollowRequest();
        request.parent = InstanceState.DELETED;
        request.purged = true;
        return on(tenant, "follow", instanceId, request, reserved);
    }

    Outcome terminate(String tenant, long instanceId, String reason, Instant reserved) {
        TerminateRequest request = new TerminateRequest();
        request.reason = reason;
        return on(tenant, "terminate", instanceId, request, reserved);
    }

    private Outcome on(String tenant, String operation, long instanceId, OperationRequest request, Instant reserved) {
        return bus.perform(Caller.engine(tenant), Command.onInstance(operation, instanceId, request), reserved);
    }

    /** An event begins an instance. */
    Outcome begin(EventStartRow start, Map<String, Value> payload, Instant reserved) {
        BeginRequest request = new BeginRequest();
        request.definitionId = start.definitionId;
        request.startNode = start.startNode;
        request.eventNode = start.eventNode;
        return begin(start.tenant, request, payload, reserved);
    }

    /** An instance calls another one, for the same person. */
    Outcome begin(String tenant, long definitionId, String starter, String department, ParentLink parent, Map<String, Value> inputs, Instant reserved) {
        BeginRequest request = new BeginRequest();
        request.definitionId = definitionId;
        request.starter = starter;
        request.department = department;
        request.parent = parent;
        return begin(tenant, request, inputs, reserved);
    }

    /** A schedule begins an instance, for somebody. */
    Outcome begin(String tenant, long definitionId, String starter, String title, List<Property> variables, Instant reserved) {
        BeginRequest request = new BeginRequest();
        request.definitionId = definitionId;
        request.definitionKey = "";
        request.starter = starter;
        request.title = title;
        request.variables = variables;
        return bus.perform(Caller.engine(tenant), Command.create("begin", request), reserved);
    }

    private Outcome begin(String tenant, BeginRequest request, Map<String, Value> values, Instant reserved) {
        request.definitionKey = "";
        request.variables = properties(values);
        return bus.perform(Caller.engine(tenant), Command.create("begin", request), reserved);
    }

    private static List<Property> properties(Map<String, Value> values) {
        List<Property> properties = new ArrayList<>();
        values.forEach((name, value) -> properties.add(property(name, value)));
        return properties;
    }

    private static Property property(String name, Value value) {
        Property property = new Property();
        property.name = name;
        property.type = value == null ? null : value.type();
        property.value = value == null ? null : value.text();
        return property;
    }
}
