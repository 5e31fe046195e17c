package wf.command;

import wf.contract.OperationRequest;

/**
 * One call of a write operation: its name, what it is about and what was sent. Exactly one of the ids is given; none
 * for an operation that creates its instance.
 */
public record Command(String operation, Long instanceId, Long workItemId, Long incidentId, OperationRequest request) {

    public static Command create(String operation, OperationRequest request) {
        return new Command(operation, null, null, null, given(request));
    }

    public static Command onInstance(String operation, long instanceId, OperationRequest request) {
        return new Command(operation, instanceId, null, null, given(request));
    }

    public static Command onItem(String operation, long workItemId, OperationRequest request) {
        return new Command(operation, null, workItemId, null, given(request));
    }

    public static Command onIncident(String operation, long incidentId, OperationRequest request) {
        return new Command(operation, null, null, incidentId, given(request));
    }

    /** What it is about, as one word. */
    String about() {
        return instanceId != null ? "instance " + instanceId : workItemId != null ? "item " + workItemId
                : incidentId != null ? "incident " + incidentId : "new";
    }

    /** An absent body is checked at the face; here it is a mistake of the caller's program. */
    private static OperationRequest given(OperationRequest request) {
        if (request == null) {
            throw new IllegalArgumentException("an operation needs a request");
        }
        return request;
    }
}
