package wf.remote;

import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import wf.client.AccessService;
import wf.client.CallContext;
import wf.client.WfException;
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

/** The group Access for callers over EJB; {@link RemoteFace} does what is to be done. */
@Stateless(name = "AccessFace")
@TransactionAttribute(TransactionAttributeType.SUPPORTS)
public class AccessFace implements AccessService {
    private AccessService face;

    @Inject
    void bind(RemoteFace remote) {
        face = remote.of(AccessService.class);
    }

    @Override
    public Version ping(CallContext context) throws WfException {
        return face.ping(context);
    }

    @Override
    public WhoAmI whoAmI(CallContext context) throws WfException {
        return face.whoAmI(context);
    }

    @Override
    public OrganisationState getOrganisation(CallContext context) throws WfException {
        return face.getOrganisation(context);
    }

    @Override
    public OrganisationState refreshOrganisation(CallContext context) throws WfException {
        return face.refreshOrganisation(context);
    }

    @Override
    public ServiceAccountList listServiceAccounts(CallContext context) throws WfException {
        return face.listServiceAccounts(context);
    }

    @Override
    public ServiceAccountInfo getServiceAccount(CallContext context, String account) throws WfException {
        return face.getServiceAccount(context, account);
    }

    @Override
    public AccessReply putServiceAccount(CallContext context, String account, PutServiceAccountRequest request) throws WfException {
        return face.putServiceAccount(context, account, request);
    }

    @Override
    public AccessReply issueServiceKey(CallContext context, String account, IssueServiceKeyRequest request) throws WfException {
        return face.issueServiceKey(context, account, request);
    }

    @Override
    public AccessReply endServiceKey(CallContext context, String account, String keyId, AccessRequest request) throws WfException {
        return face.endServiceKey(context, account, keyId, request);
    }

    @Override
    public RoleList listRoles(CallContext context) throws WfException {
        return face.listRoles(context);
    }

    @Override
    public AccessReply putRole(CallContext context, String role, PutRoleRequest request) throws WfException {
        return face.putRole(context, role, request);
    }

    @Override
    public AccessReply deleteRole(CallContext context, String role, AccessRequest request) throws WfException {
        return face.deleteRole(context, role, request);
    }

    @Override
    public RoleGrantList listGrants(CallContext context, String role, String personId) throws WfException {
        return face.listGrants(context, role, personId);
    }

    @Override
    public AccessReply grantRole(CallContext context, GrantRoleRequest request) throws WfException {
        return face.grantRole(context, request);
    }

    @Override
    public AccessReply revokeRole(CallContext context, long grantId, AccessRequest request) throws WfException {
        return face.revokeRole(context, grantId, request);
    }

    @Override
    public AdminActPage listAdminActs(CallContext context, String actor, String operation, Long before, Integer limit) throws WfException {
        return face.listAdminActs(context, actor, operation, before, limit);
    }

    @Override
    public Verification verifyAdminActs(CallContext context) throws WfException {
        return face.verifyAdminActs(context);
    }

    @Override
    public EntryToken issueEntryToken(CallContext context, EntryTokenRequest request) throws WfException {
        return face.issueEntryToken(context, request);
    }

    @Override
    public SessionList listSessions(CallContext context, String personId) throws WfException {
        return face.listSessions(context, personId);
    }

    @Override
    public SessionList endSession(CallContext context, String sessionId) throws WfException {
        return face.endSession(context, sessionId);
    }

    @Override
    public SessionList endOtherSessions(CallContext context, EndSessionsRequest request) throws WfException {
        return face.endOtherSessions(context, request);
    }

    @Override
    public AccessLogPage listAccessLog(CallContext context, String personId, String operation, String outcome, Long instanceId, String from,
            String to, String cursor, Integer limit) throws WfException {
        return face.listAccessLog(context, personId, operation, outcome, instanceId, from, to, cursor, limit);
    }

    @Override
    public AccessLogVerification verifyAccessLog(CallContext context, String from, String to) throws WfException {
        return face.verifyAccessLog(context, from, to);
    }

    @Override
    public Permission checkPermission(CallContext context, String operation, String definitionKey, Long instanceId, Long workItemId, String personId) throws WfException {
        return face.checkPermission(context, operation, definitionKey, instanceId, workItemId, personId);
    }
}
