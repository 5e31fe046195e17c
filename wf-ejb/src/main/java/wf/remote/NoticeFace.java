package wf.remote;

import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import wf.client.CallContext;
import wf.client.NoticeService;
import wf.client.WfException;
import wf.contract.ArrangementRequest;
import wf.contract.Count;
import wf.contract.LetterPage;
import wf.contract.MarkNoticesRequest;
import wf.contract.MessageTemplateList;
import wf.contract.MessageWishes;
import wf.contract.NoticePage;
import wf.contract.NoticeReply;
import wf.contract.NoticeState;
import wf.contract.RelayInfo;
import wf.contract.SendNoticeRequest;
import wf.contract.TemplateRequest;
import wf.contract.WishesRequest;

/** The group Notice for callers over EJB; {@link RemoteFace} does what is to be done. */
@Stateless(name = "NoticeFace")
@TransactionAttribute(TransactionAttributeType.SUPPORTS)
public class NoticeFace implements NoticeService {
    private NoticeService face;

    @Inject
    void bind(RemoteFace remote) {
        face = remote.of(NoticeService.class);
    }

    @Override
    public NoticePage listNotices(CallContext context, boolean unread, Long before, Integer limit) throws WfException {
        return face.listNotices(context, unread, before, limit);
    }

    @Override
    public Count countNotices(CallContext context) throws WfException {
        return face.countNotices(context);
    }

    @Override
    public NoticeReply markNotices(CallContext context, MarkNoticesRequest request) throws WfException {
        return face.markNotices(context, request);
    }

    @Override
    public MessageWishes getMessageWishes(CallContext context) throws WfException {
        return face.getMessageWishes(context);
    }

    @Override
    public NoticeReply putMessageWishes(CallContext context, WishesRequest request) throws WfException {
        return face.putMessageWishes(context, request);
    }

    @Override
    public NoticeReply sendNotice(CallContext context, SendNoticeRequest request) throws WfException {
        return face.sendNotice(context, request);
    }

    @Override
    public MessageTemplateList listTemplates(CallContext context) throws WfException {
        return face.listTemplates(context);
    }

    @Override
    public NoticeReply putTemplate(CallContext context, TemplateRequest request) throws WfException {
        return face.putTemplate(context, request);
    }

    @Override
    public NoticeReply resetTemplate(CallContext context, TemplateRequest request) throws WfException {
        return face.resetTemplate(context, request);
    }

    @Override
    public LetterPage listLetters(CallContext context, NoticeState state, String person, String channel, Long before, Integer limit) throws WfException {
        return face.listLetters(context, state, person, channel, before, limit);
    }

    @Override
    public NoticeReply resendLetter(CallContext context, long noticeId, ArrangementRequest request) throws WfException {
        return face.resendLetter(context, noticeId, request);
    }

    @Override
    public RelayInfo getRelay(CallContext context) throws WfException {
        return face.getRelay(context);
    }
}
