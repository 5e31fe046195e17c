package wf.client;

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

/** Messages to people: their boxes and wishes, words, and what did not go out. A group of operations (§5.1); {@link CallContext} says how to call. */
public interface NoticeService {

    /** Lists the messages in the box of the caller, the newest first. */
    NoticePage listNotices(CallContext context, boolean unread, Long before, Integer limit) throws WfException;

    /** Counts the messages that the caller has not read. */
    Count countNotices(CallContext context) throws WfException;

    /** Marks messages as read, or deletes them. */
    NoticeReply markNotices(CallContext context, MarkNoticesRequest request) throws WfException;

    /** Tells how the caller wants to be told. */
    MessageWishes getMessageWishes(CallContext context) throws WfException;

    /** Says how the caller wants to be told: channels, quiet hours, mails together. */
    NoticeReply putMessageWishes(CallContext context, WishesRequest request) throws WfException;

    /** Tells people something in own words or by a template, for an administrator. */
    NoticeReply sendNotice(CallContext context, SendNoticeRequest request) throws WfException;

    /** Lists the words of messages, for an administrator. */
    MessageTemplateList listTemplates(CallContext context) throws WfException;

    /** Sets words of the tenant's own, for an administrator; a preview shows how they look. */
    NoticeReply putTemplate(CallContext context, TemplateRequest request) throws WfException;

    /** Takes own words back, for an administrator. */
    NoticeReply resetTemplate(CallContext context, TemplateRequest request) throws WfException;

    /** Lists messages by what has become of them, dead letters first of all, for an administrator. */
    LetterPage listLetters(CallContext context, NoticeState state, String person, String channel, Long before, Integer limit) throws WfException;

    /** Sends a dead letter again, for an administrator. */
    NoticeReply resendLetter(CallContext context, long noticeId, ArrangementRequest request) throws WfException;

    /** Tells how events and messages get out, for an administrator. */
    RelayInfo getRelay(CallContext context) throws WfException;
}
