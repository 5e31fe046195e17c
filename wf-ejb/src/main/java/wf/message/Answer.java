package wf.message;

import wf.contract.Problem;

/**
 * The answer to a message.
 *
 * @param status 200, or that of the problem
 * @param body   the reply of the operation, or the problem
 */
record Answer(int status, Object body) {

    static Answer refused(Problem problem) {
        return new Answer(problem.status, problem);
    }
}
