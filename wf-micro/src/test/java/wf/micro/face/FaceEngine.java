package wf.micro.face;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.locks.LockSupport;
import wf.contract.DefinitionInfo;
import wf.contract.DefinitionReply;
import wf.contract.DeployRequest;
import wf.contract.DeployScriptRequest;
import wf.contract.DeputyReply;
import wf.contract.ErrorCode;
import wf.contract.FormField;
import wf.contract.GrantDeputyRequest;
import wf.contract.InstanceInfo;
import wf.contract.InstanceState;
import wf.contract.MessageReply;
import wf.contract.MessageRequest;
import wf.contract.MigrateRequest;
import wf.contract.MigrationReply;
import wf.contract.NodeMove;
import wf.contract.OpenReply;
import wf.contract.OperationReply;
import wf.contract.OperationRequest;
import wf.contract.PutIdentityRequest;
import wf.contract.ReturnTargetList;
import wf.contract.SignalReply;
import wf.contract.SignalRequest;
import wf.contract.StartRequest;
import wf.contract.Verification;
import wf.contract.WorkItemPage;
import wf.contract.WorkItemState;
import wf.contract.WorkListKind;
import wf.scenario.Engine;
import wf.scenario.World;
import wf.value.Value;

/**
 * The deployed product behind one of its faces, for scenarios. Each engine has processes of its own, whatever their
 * keys in the scenario and whatever lies in the database already. After each operation the journal is verified.
 */
public final class FaceEngine implements Engine {
    private static final String ADMIN = "admin";
    private static final List<String> PEOPLE = List.of("zhao", "li", "wang", "sun", "zhou", "qian", ADMIN);

    private final Face face;
    private final String suffix = "_" + UUID.randomUUID().toString().substring(0, 8);

    public FaceEngine(Face face) {
        this.face = face;
    }

    @Override
    public String deploy(String bpmn) {
        DeployRequest request = new DeployRequest();
        request.source = bpmn.replaceFirst("<process id=\"(\\w+)\"", "<process id=\"$1" + suffix + "\"").getBytes(StandardCharsets.UTF_8);
        DefinitionInfo definition = face.call(ADMIN, DefinitionReply.class, "deploy", "request", request).definitions.get(0);
        face.call(ADMIN, DefinitionReply.class, "release", "definitionId", definition.id);
        return definition.key;
    }

    @Override
    public void script(String name, String source) {
        DeployScriptRequest request = new DeployScriptRequest();
        request.name = name;
        request.source = source;
        face.call(ADMIN, DefinitionReply.class, "deployScript", "request", request);
    }

    @Override
    public ErrorCode identity(String code, PutIdentityRequest request) {
        try {
            face.call(ADMIN, DefinitionReply.class, "putIdentity", "identityCode", code, "request", request);
            return null;
        } catch (Refusal e) {
            return code(e);
        }
    }

    @Override
    public ErrorCode deputy(String person, GrantDeputyRequest request) {
        try {
            face.call(person, DeputyReply.class, "grantDeputy", "request", request);
            return null;
        } catch (Refusal e) {
            return code(e);
        }
    }

    @Override
    public Answer start(String person, String key, Map<String, Object> variables) {
        StartRequest request = new StartRequest();
        request.definitionKey = key + suffix;
        variables.forEach((name, value) -> request.variables.add(World.property(name, value)));
        return answer(person, 0, "start", "request", request);
    }

    @Override
    public Answer perform(String person, String operation, long instanceId, long target, OperationRequest request) {
        String targetName = switch (operation) {
            case "terminate", "addInstance", "supplement", "runScript", "suspendInstance", "resumeInstance", "withdraw", "endInstance",
                    "deleteInstance", "restoreInstance", "activate", "supplementBranch", "moveToken" -> "instanceId";
            case "retryIncident", "skipIncident" -> "incidentId";
            default -> "workItemId";
        };
        return answer(person, instanceId, operation.equals("return") ? "returnItem" : operation, targetName, target, "request", request);
    }

    @Override
    public Answer migrate(String person, long instanceId, Map<String, String> nodes) {
        InstanceInfo instance = open(instanceId).instance;
        DefinitionInfo to = face.call(person, DefinitionInfo.class, "getNewestDefinition", "definitionKey", instance.definitionKey, "released", true);
        MigrateRequest request = new MigrateRequest();
        request.toDefinitionId = to.id;
        request.instanceIds.add(instanceId);
        nodes.forEach((before, after) -> request.nodes.add(mapping(before, after)));
        try {
            return new Answer(instanceId, face.call(person, MigrationReply.class, "migrateInstances", "definitionId", instance.definitionId,
                    "request", request).instances.get(0).code);
        } catch (Refusal refusal) {
            return new Answer(instanceId, code(refusal));
        }
    }

    private static NodeMove mapping(String before, String after) {
        NodeMove mapping = new NodeMove();
        mapping.from = before;
        mapping.to = after;
        return mapping;
    }

    private Answer answer(String person, long instanceId, String operation, Object... arguments) {
        try {
            OperationReply reply = face.call(person, OperationReply.class, operation, arguments);
            checkJournal(reply);
            return new Answer(reply.instanceId, null);
        } catch (Refusal refusal) {
            return new Answer(instanceId, code(refusal));
        }
    }

    private static ErrorCode code(Refusal refusal) {
        if (refusal.status() >= 500) {
            throw refusal;
        }
        return ErrorCode.valueOf(refusal.code());
    }

    private void checkJournal(OperationReply reply) {
        Verification verification = face.call(ADMIN, Verification.class, "verifyJournal", "instanceId", reply.instanceId);
        if (!verification.intact || verification.rows != reply.version) {
            throw new AssertionError("journal of " + reply.instanceId + ": intact " + verification.intact + ", rows "
                    + verification.rows + ", version " + reply.version);
        }
    }

    private OpenReply open(long instanceId) {
        return face.call(ADMIN, OpenReply.class, "openInstance", "instanceId", instanceId);
    }

    @Override
    public Instant now() {
        return Instant.now();
    }

    @Override
    public long visitAt(long instanceId, String node) {
        return open(instanceId).visits.stream().filter(v -> v.leftAt == null && v.nodeId.equals(node)).findFirst().orElseThrow().nodeInstanceId;
    }

    @Override
    public long branchAt(long instanceId, String node) {
        return open(instanceId).visits.stream().filter(v -> v.leftAt == null && v.nodeId.equals(node)).findFirst().orElseThrow().branchId;
    }

    @Override
    public void open(String person, long instanceId, long itemId) {
        face.call(person, OpenReply.class, "openWorkItem", "workItemId", itemId);
    }

    @Override
    public Optional<Long> done(long instanceId, String person, String node) {
        return (person == null ? PEOPLE : List.of(person)).stream().flatMap(p -> face.call(p, WorkItemPage.class, "listWorkItems",
                "kind", WorkListKind.DONE, "limit", 100).items.stream()).filter(i -> i.instanceId == instanceId && i.nodeId.equals(node))
                .map(i -> i.id).findFirst();
    }

    @Override
    public List<Item> openItems(long instanceId) {
        return open(instanceId).openItems.stream().map(i -> new Item(i.id, i.nodeId, i.owner == null ? null : i.owner.id,
                i.state == WorkItemState.OFFERED, i.kind, i.state, i.dueAt == null ? null : i.dueAt.toInstant())).toList();
    }

    @Override
    public boolean isThere(long instanceId) {
        try {
            return open(instanceId) != null;
        } catch (Refusal refusal) {
            return code(refusal) != ErrorCode.NOT_FOUND;
        }
    }

    @Override
    public InstanceState stateOf(long instanceId) {
        return open(instanceId).instance.state;
    }

    @Override
    public Object variable(long instanceId, String name) {
        return open(instanceId).fields.stream().filter(f -> f.name.equals(name)).findFirst().map(FaceEngine::java).orElse(null);
    }

    private static Object java(FormField field) {
        return Value.parse(field.type, field.value).toJava();
    }

    @Override
    public Map<Long, String> incidents(long instanceId) {
        Map<Long, String> incidents = new HashMap<>();
        open(instanceId).incidents.forEach(i -> incidents.put(i.id, i.code + "@" + i.nodeId));
        return incidents;
    }

    @Override
    public List<Long> children(long instanceId) {
        return open(instanceId).instance.children;
    }

    @Override
    public ErrorCode message(String name, String key, Map<String, ?> payload) {
        MessageRequest request = new MessageRequest();
        request.name = name;
        request.key = key;
        payload.forEach((variable, value) -> request.variables.add(World.property(variable, value)));
        try {
            face.call(ADMIN, MessageReply.class, "sendMessage", "request", request);
            return null;
        } catch (Refusal refusal) {
            return code(refusal);
        }
    }

    @Override
    public void signal(String name, Map<String, ?> payload) {
        SignalRequest request = new SignalRequest();
        request.name = name;
        payload.forEach((variable, value) -> request.variables.add(World.property(variable, value)));
        face.call(ADMIN, SignalReply.class, "sendSignal", "request", request);
    }

    /** The product has a clock of its own, so time passes for the test too. */
    @Override
    public void pass(Duration duration) {
        LockSupport.parkNanos(duration.toNanos());
    }

    @Override
    public Map<String, Long> returnTargets(String person, long itemId, long instanceId) {
        Map<String, Long> targets = new HashMap<>();
        face.call(person, ReturnTargetList.class, "listReturnTargets", "workItemId", itemId)
                .targets.forEach(t -> targets.put(t.nodeId, t.nodeInstanceId));
        return targets;
    }
}
