package wf.message;

import wf.contract.Problem;

/**
 * The answer to a message.
 *
 * @param status 200, or that of the problem
 * @param body   the reply of the operation, or the problem
 * @param isPoison whether the message could not be read, or broke the engine: then a person has to look at it
 */
record Answer(int status, Object body, boolean isPoison) {

    Answer(int status, Object body) {
        this(status, body, false);
    }

    static Answer poison(Problem problem) {
        return new Answer(problem.status, problem, true);
    }

    static Answer refused(Problem problem) {
        return new Answer(problem.status, problem);
    }
}
