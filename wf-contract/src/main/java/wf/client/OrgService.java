package wf.client;

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

/** Names deputies, and lets work go from one person to another as a whole. A group of operations (§5.1); {@link CallContext} says how to call. */
public interface OrgService {

    /** Names a deputy of the caller for a time; an administrator names one of anybody. */
    DeputyReply grantDeputy(CallContext context, GrantDeputyRequest request) throws WfException;

    /** Lists grants of the caller, or those by which he stands in for others; for an administrator of whom he names. */
    DeputyList listDeputies(CallContext context, DeputySide side, String person, Long before, Integer limit) throws WfException;

    /** The deputy accepts, or does not. */
    DeputyReply answerDeputy(CallContext context, long grantId, AnswerDeputyRequest request) throws WfException;

    /** Ends a grant before its time, by either side. */
    DeputyReply revokeDeputy(CallContext context, long grantId, ArrangementRequest request) throws WfException;

    /** Gives the deputy the open work of the principal that the grant is about. */
    ItemsReply transferToDeputy(CallContext context, long grantId, WorkSelection request) throws WfException;

    /** Offers the open work of the caller to another person; an administrator offers anybody's. Nothing moves before it is accepted. */
    HandoverReply handover(CallContext context, HandoverRequest request) throws WfException;

    /** Lists what the caller is to take over, or hands over; for an administrator of whom he names. */
    HandoverList listHandovers(CallContext context, HandoverSide side, String person, Long before, Integer limit) throws WfException;

    /** Reads a handover with its items. */
    Handover getHandover(CallContext context, long handoverId) throws WfException;

    /** The receiver, or an administrator for him, takes items over or does not. */
    HandoverReply answerHandover(CallContext context, long handoverId, AnswerHandoverRequest request) throws WfException;

    /** Takes the offer back; what has moved stays moved. */
    HandoverReply cancelHandover(CallContext context, long handoverId, ArrangementRequest request) throws WfException;

    /** Puts another person in the place of somebody on all of his open work, for an administrator. */
    ItemsReply replaceHandlers(CallContext context, ReplaceHandlersRequest request) throws WfException;

    /** Lists who is not in the organisation any more and holds open work, for an administrator. */
    VanishedHandlerList listVanishedHandlers(CallContext context, String after, Integer limit) throws WfException;

    /** Finds people by name or id, or who belongs to a department, group or post. */
    PersonPage listPeople(CallContext context, String text, String within, String after, Integer limit) throws WfException;

    /** Reads departments, groups or posts: those at the top, those below one, or those of a name. */
    OrgUnitPage listOrgUnits(CallContext context, OrgUnitKind kind, String parent, String text, String after, Integer limit) throws WfException;

    /** Lists working calendars of the tenant, departments and people, and the years of holidays that come with the product, for an administrator. */
    CalendarList listCalendars(CallContext context, String after, Integer limit) throws WfException;

    /** Reads the working calendar of the tenant (tenant), a department (dept:rd) or a person (user:li), for an administrator. */
    WorkingCalendar getCalendar(CallContext context, String owner) throws WfException;

    /** Stores a working calendar in place of the one that is there, for an administrator; what is due already stays so. */
    CalendarReply putCalendar(CallContext context, String owner, PutCalendarRequest request) throws WfException;

    /** Removes a working calendar, for an administrator; the next one further out counts. */
    CalendarReply deleteCalendar(CallContext context, String owner, ArrangementRequest request) throws WfException;

    /** Tells whether is worked on a day, by the calendar of the tenant, a department, or a person. */
    Workday isWorkday(CallContext context, String date, String person, String department) throws WfException;

    /** Tells when so much time has passed after a moment: d6, h6, m30 of working time, D6, H6, M30 as time passes, -h6 before it. */
    WorkTime addWorkTime(CallContext context, String from, String span, String person, String department) throws WfException;

    /** Tells how much working time lies between two moments. */
    WorkTime workTimeBetween(CallContext context, String from, String to, String person, String department) throws WfException;
}
