package wf.service;

import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import jakarta.interceptor.Interceptors;
import wf.access.Caller;
import wf.command.Attempts;
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
import wf.inbox.Box;
import wf.inbox.Letters;
import wf.inbox.OwnWords;
import wf.inbox.TemplateCommands;
import wf.inbox.WishCommands;
import wf.monitor.Watched;

/** Messages to people (§11.3): one's box and wishes, and for administrators words, dead letters and the relay. */
@Stateless
@TransactionAttribute(TransactionAttributeType.SUPPORTS)
@Interceptors(Watched.class)
public class NoticeService {

    @Inject
    private Box box;
    @Inject
    private WishCommands wishes;
    @Inject
    private TemplateCommands templates;
    @Inject
    private Letters letters;
    @Inject
    private OwnWords ownWords;
    @Inject
    private Attempts attempts;

    // ---- what is one's own ----

    public NoticePage listNotices(Caller caller, boolean unread, Long before, Integer limit) {
        return box.page(caller, unread, before, limit);
    }

    public Count countNotices(Caller caller) {
        return box.unread(caller);
    }

    public NoticeReply markNotices(Caller caller, MarkNoticesRequest request) {
        return attempts.of(caller.locale(), () -> box.mark(caller, request));
    }

    public MessageWishes getMessageWishes(Caller caller) {
        return wishes.get(caller);
    }

    public NoticeReply putMessageWishes(Caller caller, WishesRequest request) {
        return attempts.of(caller.locale(), () -> wishes.put(caller, request));
    }

    // ---- for administrators ----

    public MessageTemplateList listTemplates(Caller caller) {
        return templates.list(caller);
    }

    public NoticeReply putTemplate(Caller caller, TemplateRequest request) {
        return attempts.of(caller.locale(), () -> templates.put(caller, request));
    }

    public NoticeReply resetTemplate(Caller caller, TemplateRequest request) {
        return attempts.of(caller.locale(), () -> templates.reset(caller, request));
    }

    public LetterPage listLetters(Caller caller, NoticeState state, String person, String channel, Long before, Integer limit) {
        return letters.page(caller, state, person, channel, before, limit);
    }

    public NoticeReply resendLetter(Caller caller, long noticeId, ArrangementRequest request) {
        return attempts.of(caller.locale(), () -> letters.resend(caller, noticeId, request));
    }

    public RelayInfo getRelay(Caller caller) {
        return letters.relay(caller);
    }

    /** U23 发送待办待阅之外的消息. */
    public NoticeReply sendNotice(Caller caller, SendNoticeRequest request) {
        return attempts.of(caller.locale(), () -> ownWords.send(caller, request));
    }
}
