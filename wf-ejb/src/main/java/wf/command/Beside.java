package wf.command;

import wf.contract.OperationReply;

/** The reply to an act that happens beside the instance: of the version that was found, since it makes none. */
final class Beside {

    private Beside() { }

    static OperationReply reply(Situation on, String opId, boolean preview) {
        OperationReply reply = new OperationReply();
        reply.opId = opId;
        reply.preview = preview;
        reply.instanceId = on.stored().image().id();
        reply.state = on.stored().image().state();
        reply.version = on.stored().image().version();
        return reply;
    }
}
