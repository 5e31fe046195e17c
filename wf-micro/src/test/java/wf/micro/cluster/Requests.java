package wf.micro.cluster;

import java.util.List;
import java.util.Random;
import wf.contract.ActivateRequest;
import wf.contract.AddSignPosition;
import wf.contract.AddSignRequest;
import wf.contract.AssistRequest;
import wf.contract.CirculateRequest;
import wf.contract.CountersignRequest;
import wf.contract.CountersignSubmitRequest;
import wf.contract.FreeSubmitRequest;
import wf.contract.InternalSubmitRequest;
import wf.contract.JumpRequest;
import wf.contract.OperationRequest;
import wf.contract.ReplaceHandlerRequest;
import wf.contract.ReturnToRequest;
import wf.contract.SiblingPolicy;
import wf.contract.SubmitRequest;
import wf.contract.TransferRequest;
import wf.contract.UrgeRequest;
import wf.contract.Vote;
import wf.scenario.World;

/** What is said with an operation, drawn at random. */
final class Requests {
    private final Random random;

    Requests(Random random) {
        this.random = random;
    }

    private <T> T any(List<T> some) {
        return some.get(random.nextInt(some.size()));
    }

    private String person() {
        return any(Cast.PEOPLE);
    }

    private List<String> people() {
        return random.nextBoolean() ? List.of(person()) : List.of("li", "sun");
    }

    // ---- work ----

    /** Mostly the process begins anew at its end. */
    SubmitRequest submit() {
        SubmitRequest request = new SubmitRequest();
        request.variables.add(World.property("again", random.nextInt(10) > 0));
        return request;
    }

    CountersignSubmitRequest vote() {
        CountersignSubmitRequest request = new CountersignSubmitRequest();
        request.vote = any(List.of(Vote.values()));
        return request;
    }

    OperationRequest draft() {
        OperationRequest request = new OperationRequest();
        request.opinion = "draft " + random.nextInt();
        return request;
    }

    // ---- others ----

    TransferRequest transfer() {
        TransferRequest request = new TransferRequest();
        request.user = person();
        return request;
    }

    ReplaceHandlerRequest replaceHandler() {
        ReplaceHandlerRequest request = new ReplaceHandlerRequest();
        request.user = person();
        return request;
    }

    InternalSubmitRequest internalSubmit() {
        InternalSubmitRequest request = new InternalSubmitRequest();
        request.user = person();
        request.opinion = "go on";
        return request;
    }

    AssistRequest assist() {
        AssistRequest request = new AssistRequest();
        request.users = people();
        request.wait = random.nextBoolean();
        return request;
    }

    CountersignRequest countersign() {
        CountersignRequest request = new CountersignRequest();
        request.users = people();
        return request;
    }

    AddSignRequest addSign() {
        AddSignRequest request = new AddSignRequest();
        request.users = people();
        request.position = any(List.of(AddSignPosition.values()));
        return request;
    }

    CirculateRequest circulate() {
        CirculateRequest request = new CirculateRequest();
        request.users = people();
        return request;
    }

    UrgeRequest urge(long item) {
        UrgeRequest request = new UrgeRequest();
        request.workItemIds.add(item);
        return request;
    }

    // ---- moves ----

    ReturnToRequest returnTo(long visit) {
        ReturnToRequest request = new ReturnToRequest();
        request.nodeInstanceId = visit;
        return request;
    }

    JumpRequest jump() {
        JumpRequest request = new JumpRequest();
        request.nodeId = any(Cast.STEPS);
        request.siblings = random.nextInt(4) == 0 ? SiblingPolicy.KEEP : SiblingPolicy.KILL;
        return request;
    }

    JumpRequest moveToken(long visit) {
        JumpRequest request = jump();
        request.nodeInstanceId = visit;
        return request;
    }

    FreeSubmitRequest freeSubmit() {
        FreeSubmitRequest request = new FreeSubmitRequest();
        request.nodeId = any(Cast.STEPS);
        request.users = List.of(person());
        return request;
    }

    ActivateRequest activate() {
        ActivateRequest request = new ActivateRequest();
        request.nodeId = random.nextInt(3) == 0 ? null : Cast.STEPS.get(0);
        return request;
    }
}
