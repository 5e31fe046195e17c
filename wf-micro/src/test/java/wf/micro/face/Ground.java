package wf.micro.face;

import static wf.scenario.Model.Line.line;
import static wf.scenario.Model.Line.when;
import static wf.scenario.Model.by;
import static wf.scenario.Model.byStarter;
import static wf.scenario.Model.process;

import java.nio.charset.StandardCharsets;
import java.util.UUID;
import wf.contract.DefinitionReply;
import wf.contract.DeployRequest;
import wf.contract.OperationReply;
import wf.contract.StartRequest;
import wf.contract.SubmitRequest;
import wf.contract.TerminateRequest;

/** What lies in the product before something goes wrong: zhao's instances, made over one face. */
final class Ground {
    final Face face;
    final String key = "ground_" + UUID.randomUUID().toString().substring(0, 8);
    final long definition;
    /** Never to be executed. */
    final long design;
    /** Runs; zhao's draft is open. */
    final long instance;
    final long draft;
    final long version;
    /** Terminated. */
    final long closed;
    final long closedDraft;
    /** An operation of zhao's that was done on {@link #usedDraft}. */
    final String usedOpId = "used-" + UUID.randomUUID();
    final long usedInstance;
    final long usedDraft;
    /** What comes after it: li's. */
    final long review;

    Ground(Face face) {
        this.face = face;
        definition = deployed(process(key).step("draft", byStarter()).step("review", by("li")).end());
        design = face.call("admin", DefinitionReply.class, "deploy", "request",
                file(process(key + "_design").step("draft", byStarter()).end().replace("isExecutable=\"true\"", "isExecutable=\"false\""))).definitions.get(0).id;
        OperationReply running = started(key);
        instance = running.instanceId;
        draft = running.itemsCreated.get(0).id;
        version = running.version;

        OperationReply ended = started(key);
        closed = ended.instanceId;
        closedDraft = ended.itemsCreated.get(0).id;
        TerminateRequest terminate = new TerminateRequest();
        terminate.reason = "test";
        face.call("zhao", OperationReply.class, "terminate", "instanceId", closed, "request", terminate);

        OperationReply used = started(key);
        usedInstance = used.instanceId;
        usedDraft = used.itemsCreated.get(0).id;
        review = submitted("zhao", usedDraft, usedOpId).itemsCreated.get(0).id;
    }

    /** The draft of an instance whose next step this condition decides. */
    long draftBefore(String condition) {
        String other = "cond_" + UUID.randomUUID().toString().substring(0, 8);
        deployed(process(other).step("draft", byStarter())
                .choice(when(condition, "director", by("wang")), line("head", by("li"))).end());
        return started(other).itemsCreated.get(0).id;
    }

    private long deployed(String bpmn) {
        long id = face.call("admin", DefinitionReply.class, "deploy", "request", file(bpmn)).definitions.get(0).id;
        face.call("admin", DefinitionReply.class, "release", "definitionId", id);
        return id;
    }

    static DeployRequest file(String bpmn) {
        DeployRequest request = new DeployRequest();
        request.source = bpmn.getBytes(StandardCharsets.UTF_8);
        return request;
    }

    OperationReply started(String definitionKey) {
        StartRequest request = new StartRequest();
        request.definitionKey = definitionKey;
        return face.call("zhao", OperationReply.class, "start", "request", request);
    }

    OperationReply submitted(String person, long item, String opId) {
        SubmitRequest request = new SubmitRequest();
        request.opId = opId;
        return face.call(person, OperationReply.class, "submit", "workItemId", item, "request", request);
    }
}
