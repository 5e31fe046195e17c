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
import wf.contract.AccessLogPage;
import wf.contract.AccessLogVerification;
import wf.contract.AccessReply;
import wf.contract.AccessRequest;
import wf.contract.AdminActPage;
import wf.contract.EndSessionsRequest;
import wf.contract.EntryToken;
import wf.contract.EntryTokenRequest;
import wf.contract.GrantRoleRequest;
import wf.contract.IssueServiceKeyRequest;
import wf.contract.OrganisationState;
import wf.contract.Permission;
import wf.contract.PutRoleRequest;
import wf.contract.PutServiceAccountRequest;
import wf.contract.RoleGrantList;
import wf.contract.RoleList;
import wf.contract.ServiceAccountInfo;
import wf.contract.ServiceAccountList;
import wf.contract.SessionList;
import wf.contract.Verification;
import wf.contract.Version;
import wf.contract.WhoAmI;

/**
 * Tells what is running and who is signed on.
 * One method is one operation on SOAP and REST both; {@link Binding} carries it to the service.
 */
@WebService(name = "AccessPort", targetNamespace = Soap.NAMESPACE)
@Path("/")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@Tag(name = "Access", description = "Access: who is signed on, what is running")
public interface AccessPort {

    @GET
    @Path("ping")
    @Operation(summary = "Tells what is running; open to everybody")
    @WebResult(name = "reply")
    Version ping() throws WfFault;

    @GET
    @Path("me")
    @Operation(summary = "Tells who is signed on")
    @WebResult(name = "reply")
    WhoAmI whoAmI() throws WfFault;

    @GET
    @Path("organisation")
    @Operation(summary = "Tells an administrator from where departments and people come, how old they are, and what went wrong")
    @WebResult(name = "reply")
    OrganisationState getOrganisation() throws WfFault;

    @POST
    @Path("organisation/refresh")
    @Operation(summary = "Has the organisation loaded from its source now, for an administrator; the answer does not wait for it")
    @WebResult(name = "reply")
    OrganisationState refreshOrganisation() throws WfFault;

    @GET
    @Path("service-accounts")
    @Operation(summary = "Lists the programs that may act for people, for an administrator")
    @WebResult(name = "reply")
    ServiceAccountList listServiceAccounts() throws WfFault;

    @GET
    @Path("service-accounts/{account}")
    @Operation(summary = "Reads one service account with its keys, for an administrator")
    @WebResult(name = "reply")
    ServiceAccountInfo getServiceAccount(@PathParam("account") @WebParam(name = "account") String account) throws WfFault;

    @POST
    @Path("service-accounts/{account}")
    @Operation(summary = "Says as whom a service account may act and with what, or adds one; for an administrator")
    @WebResult(name = "reply")
    AccessReply putServiceAccount(
            @PathParam("account") @WebParam(name = "account") String account,
            @WebParam(name = "request") PutServiceAccountRequest request) throws WfFault;

    @POST
    @Path("service-accounts/{account}/keys")
    @Operation(summary = "Issues a key of a service account, shown this once, and may end another in its place; for an administrator")
    @WebResult(name = "reply")
    AccessReply issueServiceKey(
            @PathParam("account") @WebParam(name = "account") String account,
            @WebParam(name = "request") IssueServiceKeyRequest request) throws WfFault;

    @POST
    @Path("service-accounts/{account}/keys/{keyId}/end")
    @Operation(summary = "Ends a key of a service account, for an administrator")
    @WebResult(name = "reply")
    AccessReply endServiceKey(
            @PathParam("account") @WebParam(name = "account") String account,
            @PathParam("keyId") @WebParam(name = "keyId") String keyId,
            @WebParam(name = "request") AccessRequest request) throws WfFault;

    @GET
    @Path("roles")
    @Operation(summary = "Lists the roles of the tenant and all rights that a role can have")
    @WebResult(name = "reply")
    RoleList listRoles() throws WfFault;

    @POST
    @Path("roles/{role}")
    @Operation(summary = "Says what the holders of a role of the tenant's own may administer, or adds one")
    @WebResult(name = "reply")
    AccessReply putRole(@PathParam("role") @WebParam(name = "role") String role, @WebParam(name = "request") PutRoleRequest request) throws WfFault;

    @POST
    @Path("roles/{role}/delete")
    @Operation(summary = "Deletes a role of the tenant's own that nobody has")
    @WebResult(name = "reply")
    AccessReply deleteRole(@PathParam("role") @WebParam(name = "role") String role, @WebParam(name = "request") AccessRequest request) throws WfFault;

    @GET
    @Path("grants")
    @Operation(summary = "Lists who has which role and how far it reaches, and who has what nobody should have at once")
    @WebResult(name = "reply")
    RoleGrantList listGrants(
            @QueryParam("role") @WebParam(name = "role") String role,
            @QueryParam("personId") @WebParam(name = "personId") String personId) throws WfFault;

    @POST
    @Path("grants")
    @Operation(summary = "Gives a role to a person, group, department or post; in the whole tenant, or in a department or category")
    @WebResult(name = "reply")
    AccessReply grantRole(@WebParam(name = "request") GrantRoleRequest request) throws WfFault;

    @POST
    @Path("grants/{grantId}/revoke")
    @Operation(summary = "Takes a granted role away")
    @WebResult(name = "reply")
    AccessReply revokeRole(@PathParam("grantId") @WebParam(name = "grantId") long grantId, @WebParam(name = "request") AccessRequest request) throws WfFault;

    @GET
    @Path("audit")
    @Operation(summary = "Tells what administrators did, the latest first; what they did on instances stands in their histories")
    @WebResult(name = "reply")
    AdminActPage listAdminActs(
            @QueryParam("actor") @WebParam(name = "actor") String actor,
            @QueryParam("operation") @WebParam(name = "operation") String operation,
            @QueryParam("before") @WebParam(name = "before") Long before,
            @QueryParam("limit") @WebParam(name = "limit") Integer limit) throws WfFault;

    @GET
    @Path("audit/verification")
    @Operation(summary = "Tells whether anybody has touched the record of what administrators did")
    @WebResult(name = "reply")
    Verification verifyAdminActs() throws WfFault;

    @POST
    @Path("entry-tokens")
    @Operation(summary = "Gives a program a token that lets the person whom it acts for in to a page, once and within a minute")
    @WebResult(name = "reply")
    EntryToken issueEntryToken(@WebParam(name = "request") EntryTokenRequest request) throws WfFault;

    @GET
    @Path("sessions")
    @Operation(summary = "Lists the caller's sessions, or for an administrator those of another person")
    @WebResult(name = "reply")
    SessionList listSessions(@QueryParam("personId") @WebParam(name = "personId") String personId) throws WfFault;

    @POST
    @Path("sessions/{sessionId}/end")
    @Operation(summary = "Ends a session of the caller's, or for an administrator of anybody's; answers what is left")
    @WebResult(name = "reply")
    SessionList endSession(@PathParam("sessionId") @WebParam(name = "sessionId") String sessionId) throws WfFault;

    @POST
    @Path("sessions/end")
    @Operation(summary = "Ends all sessions of the caller's but this one, or for an administrator all of another person; answers what is left")
    @WebResult(name = "reply")
    SessionList endOtherSessions(@WebParam(name = "request") EndSessionsRequest request) throws WfFault;

    @GET
    @Path("access-log")
    @Operation(summary = "Lists refused attempts, and what was done beside instances (opened, kept, circulated, read, urged), newest first; for administrators")
    @WebResult(name = "reply")
    AccessLogPage listAccessLog(
            @QueryParam("personId") @WebParam(name = "personId") String personId,
            @QueryParam("operation") @WebParam(name = "operation") String operation,
            @QueryParam("outcome") @WebParam(name = "outcome") String outcome,
            @QueryParam("instanceId") @WebParam(name = "instanceId") Long instanceId,
            @QueryParam("from") @WebParam(name = "from") String from,
            @QueryParam("to") @WebParam(name = "to") String to,
            @QueryParam("cursor") @WebParam(name = "cursor") String cursor,
            @QueryParam("limit") @WebParam(name = "limit") Integer limit) throws WfFault;

    @GET
    @Path("access-log/verification")
    @Operation(summary = "Looks whether the access log of at most 31 days (without a time: the last ones) is as it was written; for administrators")
    @WebResult(name = "reply")
    AccessLogVerification verifyAccessLog(
            @QueryParam("from") @WebParam(name = "from") String from,
            @QueryParam("to") @WebParam(name = "to") String to) throws WfFault;

    @GET
    @Path("permissions")
    @Operation(summary = "Tells whether the caller, or for an administrator another person, could perform an operation on a definition, "
            + "an instance or a work item, or administer something by a right of his roles, and why not")
    @WebResult(name = "reply")
    Permission checkPermission(
            @QueryParam("operation") @WebParam(name = "operation") String operation,
            @QueryParam("definitionKey") @WebParam(name = "definitionKey") String definitionKey,
            @QueryParam("instanceId") @WebParam(name = "instanceId") Long instanceId,
            @QueryParam("workItemId") @WebParam(name = "workItemId") Long workItemId,
            @QueryParam("personId") @WebParam(name = "personId") String personId) throws WfFault;
}
