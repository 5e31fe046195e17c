package wf.micro.cluster;

import wf.contract.OperationReply;
import wf.contract.OperationRequest;
import wf.contract.SubmitRequest;
import wf.micro.face.Face;

/**
 * A write operation that a person asks for, under an id by which it is found again afterwards.
 *
 * @param about what the target is called in the operation's path: {@code workItemId}, {@code instanceId}
 */
record Wish(String person, String operation, String about, long target, OperationRequest request) {

    static Wish onItem(String person, String operation, long item, OperationRequest request) {
        return new Wish(person, operation, "workItemId", item, request);
    }

    static Wish onInstance(String person, String operation, long instance, OperationRequest request) {
        return new Wish(person, operation, "instanceId", instance, request);
    }

    static Wish submit(String person, long item) {
        return onItem(person, "submit", item, new SubmitRequest());
    }

    Wish called(String opId) {
        request.opId = opId;
        return this;
    }

    OperationReply over(Face node) {
        return node.call(person, OperationReply.class, operation, about, target, "request", request);
    }
}
