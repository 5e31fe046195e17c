package wf.operation;

import wf.contract.OperationRequest;

/** What came of a job; the values that it gave stand in {@code variables}. */
public class AnswerRequest extends OperationRequest {

    /** How a job ended. */
    public enum Outcome {
        DONE,
        /** It failed for good. */
        FAILED,
        /** A called instance has escalated and goes on. */
        ESCALATED
    }

    public long jobId;
    public Outcome outcome;

    /** The error or escalation of the model; null for a failure that is none. */
    public String code;
    public String detail;
}
