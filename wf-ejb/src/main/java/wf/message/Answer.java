package wf.message;

import wf.contract.Problem;

/**
 * The answer to a message.
 *
 * @param status 200, or that of the problem
 * @param body   the reply of the operation, or the problem
 * @param isPoison whether the message could not be read, broke the engine, or came too late: then a person has to look at it
 * @param operation what was done; null where nothing was
 */
record Answer(int status, Object body, boolean isPoison, String operation) {

    static Answer done(String operation, Object reply) {
        return new Answer(200, reply, false, operation);
    }

    static Answer poison(Problem problem) {
        return new Answer(problem.status, problem, true, null);
    }

    static Answer refused(Problem problem) {
        return new Answer(problem.status, problem, false, null);
    }
}
