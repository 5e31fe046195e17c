package wf.ws;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.jws.WebParam;
import jakarta.jws.WebResult;
import jakarta.jws.WebService;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
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

/**
 * Messages to people: their boxes and wishes, words, and what did not go out.
 * One method is one operation on SOAP and REST both; {@link Binding} carries it to the service.
 */
@WebService(name = "NoticePort", targetNamespace = Soap.NAMESPACE)
@Path("/notices")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@Tag(name = "Notice", description = "Messages to people: boxes, wishes, words, dead letters")
public interface NoticePort {

    @GET
    @Operation(summary = "Lists the messages in the box of the caller, the newest first")
    @WebResult(name = "reply")
    NoticePage listNotices(
            @QueryParam("unread") @WebParam(name = "unread") boolean unread,
            @QueryParam("before") @WebParam(name = "before") Long before,
            @QueryParam("limit") @WebParam(name = "limit") Integer limit) throws WfFault;

    @GET
    @Path("count")
    @Operation(summary = "Counts the messages that the caller has not read")
    @WebResult(name = "reply")
    Count countNotices() throws WfFault;

    @POST
    @Path("mark")
    @Operation(summary = "Marks messages as read, or deletes them")
    @WebResult(name = "reply")
    NoticeReply markNotices(@WebParam(name = "request") MarkNoticesRequest request) throws WfFault;

    @GET
    @Path("wishes")
    @Operation(summary = "Tells how the caller wants to be told")
    @WebResult(name = "reply")
    MessageWishes getMessageWishes() throws WfFault;

    @POST
    @Path("wishes")
    @Operation(summary = "Says how the caller wants to be told: channels, quiet hours, mails together")
    @WebResult(name = "reply")
    NoticeReply putMessageWishes(@WebParam(name = "request") WishesRequest request) throws WfFault;

    @POST
    @Path("send")
    @Operation(summary = "Tells people something in own words or by a template, for an administrator")
    @WebResult(name = "reply")
    NoticeReply sendNotice(@WebParam(name = "request") SendNoticeRequest request) throws WfFault;

    @GET
    @Path("templates")
    @Operation(summary = "Lists the words of messages, for an administrator")
    @WebResult(name = "reply")
    MessageTemplateList listTemplates() throws WfFault;

    @POST
    @Path("templates")
    @Operation(summary = "Sets words of the tenant's own, for an administrator; a preview shows how they look")
    @WebResult(name = "reply")
    NoticeReply putTemplate(@WebParam(name = "request") TemplateRequest request) throws WfFault;

    @POST
    @Path("templates/reset")
    @Operation(summary = "Takes own words back, for an administrator")
    @WebResult(name = "reply")
    NoticeReply resetTemplate(@WebParam(name = "request") TemplateRequest request) throws WfFault;

    @GET
    @Path("letters")
    @Operation(summary = "Lists messages by what has become of them, dead letters first of all, for an administrator")
    @WebResult(name = "reply")
    LetterPage listLetters(
            @QueryParam("state") @WebParam(name = "state") NoticeState state,
            @QueryParam("person") @WebParam(name = "person") String person,
            @QueryParam("channel") @WebParam(name = "channel") String channel,
            @QueryParam("before") @WebParam(name = "before") Long before,
            @QueryParam("limit") @WebParam(name = "limit") Integer limit) throws WfFault;

    @POST
    @Path("letters/{noticeId}/resend")
    @Operation(summary = "Sends a dead letter again, for an administrator")
    @WebResult(name = "reply")
    NoticeReply resendLetter(
            @PathParam("noticeId") @WebParam(name = "noticeId") long noticeId,
            @WebParam(name = "request") ArrangementRequest request) throws WfFault;

    @GET
    @Path("relay")
    @Operation(summary = "Tells how events and messages get out, for an administrator")
    @WebResult(name = "reply")
    RelayInfo getRelay() throws WfFault;
}
