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
import wf.contract.AnswerDeputyRequest;
import wf.contract.AnswerHandoverRequest;
import wf.contract.ArrangementRequest;
import wf.contract.CalendarList;
import wf.contract.CalendarReply;
import wf.contract.DeputyList;
import wf.contract.DeputyReply;
import wf.contract.DeputySide;
import wf.contract.GrantDeputyRequest;
import wf.contract.Handover;
import wf.contract.HandoverList;
import wf.contract.HandoverReply;
import wf.contract.HandoverRequest;
import wf.contract.HandoverSide;
import wf.contract.ItemsReply;
import wf.contract.OrgUnitKind;
import wf.contract.OrgUnitPage;
import wf.contract.PersonPage;
import wf.contract.PutCalendarRequest;
import wf.contract.ReplaceHandlersRequest;
import wf.contract.VanishedHandlerList;
import wf.contract.WorkSelection;
import wf.contract.WorkTime;
import wf.contract.Workday;
import wf.contract.WorkingCalendar;

/**
 * Names deputies, and lets work go from one person to another as a whole.
 * One method is one operation on SOAP and REST both; {@link Binding} carries it to the service.
 */
@WebService(name = "OrgPort", targetNamespace = Soap.NAMESPACE)
@Path("/org")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@Tag(name = "Org", description = "Organisation: deputies, handover, replacement, working calendars")
public interface OrgPort {

    @POST
    @Path("deputies")
    @Operation(summary = "Names a deputy of the caller for a time; an administrator names one of anybody")
    @WebResult(name = "reply")
    DeputyReply grantDeputy(@WebParam(name = "request") GrantDeputyRequest request) throws WfFault;

    @GET
    @Path("deputies")
    @Operation(summary = "Lists grants of the caller, or those by which he stands in for others; for an administrator of whom he names")
    @WebResult(name = "reply")
    DeputyList listDeputies(
            @QueryParam("side") @WebParam(name = "side") DeputySide side,
            @QueryParam("person") @WebParam(name = "person") String person,
            @QueryParam("before") @WebParam(name = "before") Long before,
            @QueryParam("limit") @WebParam(name = "limit") Integer limit) throws WfFault;

    @POST
    @Path("deputies/{grantId}/answer")
    @Operation(summary = "The deputy accepts, or does not")
    @WebResult(name = "reply")
    DeputyReply answerDeputy(
            @PathParam("grantId") @WebParam(name = "grantId") long grantId,
            @WebParam(name = "request") AnswerDeputyRequest request) throws WfFault;

    @POST
    @Path("deputies/{grantId}/revoke")
    @Operation(summary = "Ends a grant before its time, by either side")
    @WebResult(name = "reply")
    DeputyReply revokeDeputy(
            @PathParam("grantId") @WebParam(name = "grantId") long grantId,
            @WebParam(name = "request") ArrangementRequest request) throws WfFault;

    @POST
    @Path("deputies/{grantId}/transferTodos")
    @Operation(summary = "Gives the deputy the open work of the principal that the grant is about")
    @WebResult(name = "reply")
    ItemsReply transferToDeputy(
            @PathParam("grantId") @WebParam(name = "grantId") long grantId,
            @WebParam(name = "request") WorkSelection request) throws WfFault;

    @POST
    @Path("handovers")
    @Operation(summary = "Offers the open work of the caller to another person; an administrator offers anybody's. Nothing moves before it is accepted")
    @WebResult(name = "reply")
    HandoverReply handover(@WebParam(name = "request") HandoverRequest request) throws WfFault;

    @GET
    @Path("handovers")
    @Operation(summary = "Lists what the caller is to take over, or hands over; for an administrator of whom he names")
    @WebResult(name = "reply")
    HandoverList listHandovers(
            @QueryParam("side") @WebParam(name = "side") HandoverSide side,
            @QueryParam("person") @WebParam(name = "person") String person,
            @QueryParam("before") @WebParam(name = "before") Long before,
            @QueryParam("limit") @WebParam(name = "limit") Integer limit) throws WfFault;

    @GET
    @Path("handovers/{handoverId}")
    @Operation(summary = "Reads a handover with its items")
    @WebResult(name = "reply")
    Handover getHandover(@PathParam("handoverId") @WebParam(name = "handoverId") long handoverId) throws WfFault;

    @POST
    @Path("handovers/{handoverId}/answer")
    @Operation(summary = "The receiver, or an administrator for him, takes items over or does not")
    @WebResult(name = "reply")
    HandoverReply answerHandover(
            @PathParam("handoverId") @WebParam(name = "handoverId") long handoverId,
            @WebParam(name = "request") AnswerHandoverRequest request) throws WfFault;

    @POST
    @Path("handovers/{handoverId}/cancel")
    @Operation(summary = "Takes the offer back; what has moved stays moved")
    @WebResult(name = "reply")
    HandoverReply cancelHandover(
            @PathParam("handoverId") @WebParam(name = "handoverId") long handoverId,
            @WebParam(name = "request") ArrangementRequest request) throws WfFault;

    @POST
    @Path("replacements")
    @Operation(summary = "Puts another person in the place of somebody on all of his open work, for an administrator")
    @WebResult(name = "reply")
    ItemsReply replaceHandlers(@WebParam(name = "request") ReplaceHandlersRequest request) throws WfFault;

    @GET
    @Path("vanishedHandlers")
    @Operation(summary = "Lists who is not in the organisation any more and holds open work, for an administrator")
    @WebResult(name = "reply")
    VanishedHandlerList listVanishedHandlers(
            @QueryParam("after") @WebParam(name = "after") String after,
            @QueryParam("limit") @WebParam(name = "limit") Integer limit) throws WfFault;

    @GET
    @Path("people")
    @Operation(summary = "Finds people by name or id, or who belongs to a department, group or post")
    @WebResult(name = "reply")
    PersonPage listPeople(
            @QueryParam("text") @WebParam(name = "text") String text,
            @QueryParam("within") @WebParam(name = "within") String within,
            @QueryParam("after") @WebParam(name = "after") String after,
            @QueryParam("limit") @WebParam(name = "limit") Integer limit) throws WfFault;

    @GET
    @Path("units")
    @Operation(summary = "Reads departments, groups or posts: those at the top, those below one, or those of a name")
    @WebResult(name = "reply")
    OrgUnitPage listOrgUnits(
            @QueryParam("kind") @WebParam(name = "kind") OrgUnitKind kind,
            @QueryParam("parent") @WebParam(name = "parent") String parent,
            @QueryParam("text") @WebParam(name = "text") String text,
            @QueryParam("after") @WebParam(name = "after") String after,
            @QueryParam("limit") @WebParam(name = "limit") Integer limit) throws WfFault;

    @GET
    @Path("calendars")
    @Operation(summary = "Lists working calendars of the tenant, departments and people, and the years of holidays that come with the product, for an administrator")
    @WebResult(name = "reply")
    CalendarList listCalendars(
            @QueryParam("after") @WebParam(name = "after") String after,
            @QueryParam("limit") @WebParam(name = "limit") Integer limit) throws WfFault;

    @GET
    @Path("calendars/{owner}")
    @Operation(summary = "Reads the working calendar of the tenant (tenant), a department (dept:rd) or a person (user:li), for an administrator")
    @WebResult(name = "reply")
    WorkingCalendar getCalendar(@PathParam("owner") @WebParam(name = "owner") String owner) throws WfFault;

    @POST
    @Path("calendars/{owner}")
    @Operation(summary = "Stores a working calendar in place of the one that is there, for an administrator; what is due already stays so")
    @WebResult(name = "reply")
    CalendarReply putCalendar(
            @PathParam("owner") @WebParam(name = "owner") String owner,
            @WebParam(name = "request") PutCalendarRequest request) throws WfFault;

    @POST
    @Path("calendars/{owner}/delete")
    @Operation(summary = "Removes a working calendar, for an administrator; the next one further out counts")
    @WebResult(name = "reply")
    CalendarReply deleteCalendar(
            @PathParam("owner") @WebParam(name = "owner") String owner,
            @WebParam(name = "request") ArrangementRequest request) throws WfFault;

    @GET
    @Path("workdays/{date}")
    @Operation(summary = "Tells whether is worked on a day, by the calendar of the tenant, a department, or a person")
    @WebResult(name = "reply")
    Workday isWorkday(
            @PathParam("date") @WebParam(name = "date") String date,
            @QueryParam("person") @WebParam(name = "person") String person,
            @QueryParam("department") @WebParam(name = "department") String department) throws WfFault;

    @GET
    @Path("workTime/end")
    @Operation(summary = "Tells when so much time has passed after a moment: d6, h6, m30 of working time, D6, H6, M30 as time passes, -h6 before it")
    @WebResult(name = "reply")
    WorkTime addWorkTime(
            @QueryParam("from") @WebParam(name = "from") String from,
            @QueryParam("span") @WebParam(name = "span") String span,
            @QueryParam("person") @WebParam(name = "person") String person,
            @QueryParam("department") @WebParam(name = "department") String department) throws WfFault;

    @GET
    @Path("workTime")
    @Operation(summary = "Tells how much working time lies between two moments")
    @WebResult(name = "reply")
    WorkTime workTimeBetween(
            @QueryParam("from") @WebParam(name = "from") String from,
            @QueryParam("to") @WebParam(name = "to") String to,
            @QueryParam("person") @WebParam(name = "person") String person,
            @QueryParam("department") @WebParam(name = "department") String department) throws WfFault;
}
