package wf.inbox;

import wf.access.Caller;
import wf.contract.ArrangementRequest;
import wf.contract.ErrorCode;
import wf.contract.NoticeReply;
import wf.refusal.Messages;
import wf.refusal.Refused;

/** What lists and replies of messages have in common. */
final class Pages {

    private static final int USUAL = 20;
    private static final int MOST = 200;

    private Pages() { }

    static int size(Caller caller, Integer asked) {
        if (asked != null && (asked < 1 || asked > MOST)) {
            throw Refused.because(ErrorCode.INVALID_INPUT, Messages.text(caller.locale(), "reject.LIMIT"));
        }
        return asked == null ? USUAL : asked;
    }

    static NoticeReply reply(String opId, ArrangementRequest request) {
        NoticeReply reply = new NoticeReply();
        reply.opId = opId;
        reply.preview = request.preview;
        return reply;
    }
}
