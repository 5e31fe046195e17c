package wf.client;

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

/** Tells what is running and who is signed on. A group of operations (§5.1); {@link CallContext} says how to call. */
public interface AccessService {

    /** Tells what is running; open to everybody. */
    Version ping(CallContext context) throws WfException;

    /** Tells who is signed on. */
    WhoAmI whoAmI(CallContext context) throws WfException;

    /** Tells an administrator from where departments and people come, how old they are, and what went wrong. */
    OrganisationState getOrganisation(CallContext context) throws WfException;

    /** Has the organisation loaded from its source now, for an administrator; the answer does not wait for it. */
    OrganisationState refreshOrganisation(CallContext context) throws WfException;

    /** Lists the programs that may act for people, for an administrator. */
    ServiceAccountList listServiceAccounts(CallContext context) throws WfException;

    /** Reads one service account with its keys, for an administrator. */
    ServiceAccountInfo getServiceAccount(CallContext context, String account) throws WfException;

    /** Says as whom a service account may act and with what, or adds one; for an administrator. */
    AccessReply putServiceAccount(CallContext context, String account, PutServiceAccountRequest request) throws WfException;

    /** Issues a key of a service account, shown this once, and may end another in its place; for an administrator. */
    AccessReply issueServiceKey(CallContext context, String account, IssueServiceKeyRequest request) throws WfException;

    /** Ends a key of a service account, for an administrator. */
    AccessReply endServiceKey(CallContext context, String account, String keyId, AccessRequest request) throws WfException;

    /** Lists the roles of the tenant and all rights that a role can have. */
    RoleList listRoles(CallContext context) throws WfException;

    /** Says what the holders of a role of the tenant's own may administer, or adds one. */
    AccessReply putRole(CallContext context, String role, PutRoleRequest request) throws WfException;

    /** Deletes a role of the tenant's own that nobody has. */
    AccessReply deleteRole(CallContext context, String role, AccessRequest request) throws WfException;

    /** Lists who has which role and how far it reaches, and who has what nobody should have at once. */
    RoleGrantList listGrants(CallContext context, String role, String personId) throws WfException;

    /** Gives a role to a person, group, department or post; in the whole tenant, or in a department or category. */
    AccessReply grantRole(CallContext context, GrantRoleRequest request) throws WfException;

    /** Takes a granted role away. */
    AccessReply revokeRole(CallContext context, long grantId, AccessRequest request) throws WfException;

    /** Tells what administrators did, the latest first; what they did on instances stands in their histories. */
    AdminActPage listAdminActs(CallContext context, String actor, String operation, Long before, Integer limit) throws WfException;

    /** Tells whether anybody has touched the record of what administrators did. */
    Verification verifyAdminActs(CallContext context) throws WfException;

    /** Gives a program a token that lets the person whom it acts for in to a page, once and within a minute. */
    EntryToken issueEntryToken(CallContext context, EntryTokenRequest request) throws WfException;

    /** Lists the caller's sessions, or for an administrator those of another person. */
    SessionList listSessions(CallContext context, String personId) throws WfException;

    /** Ends a session of the caller's, or for an administrator of anybody's; answers what is left. */
    SessionList endSession(CallContext context, String sessionId) throws WfException;

    /** Ends all sessions of the caller's but this one, or for an administrator all of another person; answers what is left. */
    SessionList endOtherSessions(CallContext context, EndSessionsRequest request) throws WfException;

    /** Lists refused attempts, and what was done beside instances (opened, kept, circulated, read, urged), newest first; for administrators. */
    AccessLogPage listAccessLog(CallContext context, String personId, String operation, String outcome, Long instanceId, String from, String to,
            String cursor, Integer limit) throws WfException;

    /** Looks whether the access log of at most 31 days (without a time: the last ones) is as it was written; for administrators. */
    AccessLogVerification verifyAccessLog(CallContext context, String from, String to) throws WfException;

    /** Tells whether the caller, or for an administrator another person, could perform an operation on a definition, an instance or a work item, or administer something by a right of his roles, and why not. */
    Permission checkPermission(CallContext context, String operation, String definitionKey, Long instanceId, Long workItemId, String personId) throws WfException;
}
