package wf.service;

import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import jakarta.interceptor.Interceptors;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.Properties;
import wf.access.Caller;
import wf.access.EntryTokens;
import wf.access.SignOn;
import wf.command.AccessWrites;
import wf.command.Attempts;
import wf.command.GrantCommands;
import wf.command.PermissionCheck;
import wf.command.RoleCommands;
import wf.command.ServiceAccountCommands;
import wf.command.SessionCommands;
import wf.command.Views;
import wf.contract.AccessLogPage;
import wf.contract.AccessLogVerification;
import wf.contract.AccessReply;
import wf.contract.AccessRequest;
import wf.contract.AdminActPage;
import wf.contract.EndSessionsRequest;
import wf.contract.EntryToken;
import wf.contract.EntryTokenRequest;
import wf.contract.ErrorCode;
import wf.contract.GrantRoleRequest;
import wf.contract.IssueServiceKeyRequest;
import wf.contract.OrganisationState;
import wf.contract.Permission;
import wf.contract.Person;
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
import wf.job.OrgHealth;
import wf.monitor.Watched;
import wf.org.OrgPerson;
import wf.org.Organisation;
import wf.query.AccessLogs;
import wf.query.AdminActPages;
import wf.query.Moments;
import wf.refusal.Messages;
import wf.refusal.Refused;
import wf.refusal.Required;
import wf.runtime.Right;

/** The interface group 访问控制 Access (§5.1): what is running, and who is signed on. */
@Stateless
@TransactionAttribute(TransactionAttributeType.SUPPORTS)
@Interceptors(Watched.class)
public class AccessService {
    private static final String PRODUCT = "Workflow engine";
    private static final String CONTRACT = "v1";

    @Inject
    private Organisation organisation;
    @Inject
    private OrgHealth health;
    @Inject
    private ServiceAccountCommands serviceAccounts;
    @Inject
    private PermissionCheck permissions;
    @Inject
    private RoleCommands roles;
    @Inject
    private GrantCommands grants;
    @Inject
    private AdminActPages adminActs;
    @Inject
    private SessionCommands sessions;
    @Inject
    private AccessWrites writes;
    @Inject
    private AccessLogs accessLogs;
    @Inject
    private SignOn signOn;
    @Inject
    private Views views;
    @Inject
    private Attempts attempts;

    /** The one operation that needs nobody signed on: the caller may be null. */
    public Version ping(Caller caller) {
        Version version = new Version();
        version.product = PRODUCT;
        version.version = productVersion();
        version.contract = CONTRACT;
        return version;
    }

    public WhoAmI whoAmI(Caller caller) {
        OrgPerson person = organisation.of(caller.tenant()).person(caller.person())
                .orElseThrow(() -> Refused.because(
                        ErrorCode.UNAUTHENTICATED, Messages.text(caller.locale(), "access.session")));
        WhoAmI whoAmI = new WhoAmI();
        whoAmI.person = new Person();
        whoAmI.person.id = person.id();
        whoAmI.person.name = person.member().name();
        whoAmI.memberships.addAll(person.memberships());
        whoAmI.administrator = person.member().administrator();
        Arrays.stream(Right.values()).filter(person.member().rights()::somewhere).map(Right::code).forEach(whoAmI.rights::add);
        whoAmI.language = person.locale() == null ? caller.locale().getLanguage() : person.locale();
        return whoAmI;
    }

    /** For administrators. */
    public OrganisationState getOrganisation(Caller caller) {
        return health.state(caller);
    }

    /** For administrators. */
    public OrganisationState refreshOrganisation(Caller caller) {
        return health.refresh(caller);
    }

    /** For administrators. */
    public ServiceAccountList listServiceAccounts(Caller caller) {
        return attempts.of(caller.locale(), () -> serviceAccounts.list(caller));
    }

    /** For administrators. */
    public ServiceAccountInfo getServiceAccount(Caller caller, @Required String account) {
        return attempts.of(caller.locale(), () -> serviceAccounts.get(caller, account));
    }

    /** For administrators. */
    public AccessReply putServiceAccount(Caller caller, @Required String account, PutServiceAccountRequest request) {
        return attempts.of(caller.locale(), () -> serviceAccounts.put(caller, account, request));
    }

    /** For administrators. */
    public AccessReply issueServiceKey(Caller caller, @Required String account, IssueServiceKeyRequest request) {
        return attempts.of(caller.locale(), () -> serviceAccounts.issueKey(caller, account, request));
    }

    /** For administrators. */
    public AccessReply endServiceKey(Caller caller, @Required String account, @Required String keyId, AccessRequest request) {
        return attempts.of(caller.locale(), () -> serviceAccounts.endKey(caller, account, keyId, request));
    }

    /** For whoever manages roles, or reads what administrators did. */
    public RoleList listRoles(Caller caller) {
        return attempts.of(caller.locale(), () -> roles.list(caller));
    }

    /** For whoever manages the roles of the tenant. */
    public AccessReply putRole(Caller caller, @Required String role, PutRoleRequest request) {
        return attempts.of(caller.locale(), () -> roles.put(caller, role, request));
    }

    /** For whoever manages the roles of the tenant. */
    public AccessReply deleteRole(Caller caller, @Required String role, AccessRequest request) {
        return attempts.of(caller.locale(), () -> roles.delete(caller, role, request));
    }

    /** For whoever manages roles, or reads what administrators did. */
    public RoleGrantList listGrants(Caller caller, String role, String personId) {
        return attempts.of(caller.locale(), () -> grants.list(caller, role, personId));
    }

    /** For whoever manages roles, as far as he does. */
    public AccessReply grantRole(Caller caller, GrantRoleRequest request) {
        return attempts.of(caller.locale(), () -> grants.grant(caller, request));
    }

    /** For whoever manages roles, as far as he does. */
    public AccessReply revokeRole(Caller caller, long grantId, AccessRequest request) {
        return attempts.of(caller.locale(), () -> grants.revoke(caller, grantId, request));
    }

    /** For whoever reads what administrators did. */
    public AdminActPage listAdminActs(Caller caller, String actor, String operation, Long before, Integer limit) {
        return attempts.of(caller.locale(), () -> adminActs.page(caller, actor, operation, before, limit));
    }

    /** For whoever reads what administrators did. */
    public Verification verifyAdminActs(Caller caller) {
        return attempts.of(caller.locale(), () -> adminActs.verify(caller));
    }

    /** U24: about oneself; about others for administrators. */
    public Permission checkPermission(Caller caller, String operation, String definitionKey, Long instanceId, Long workItemId, String personId) {
        return attempts.of(caller.locale(),
                () -> permissions.of(caller, operation, new PermissionCheck.About(definitionKey, instanceId, workItemId), personId));
    }

    /** One's own; another's for administrators. */
    public SessionList listSessions(Caller caller, String personId) {
        return attempts.of(caller.locale(), () -> sessions.list(caller, personId));
    }

    /** One's own; another's for administrators. */
    public SessionList endSession(Caller caller, @Required String sessionId) {
        return attempts.of(caller.locale(), () -> sessions.end(caller, sessionId));
    }

    /** One's own but this one; another's for administrators. */
    public SessionList endOtherSessions(Caller caller, EndSessionsRequest request) {
        return attempts.of(caller.locale(), () -> sessions.endOthers(caller, request.personId));
    }

    /** For administrators. */
    public AccessLogPage listAccessLog(Caller caller, String personId, String operation, String outcome, Long instanceId, String from, String to,
            String cursor, Integer limit) {
        writes.must(caller, Right.AUDIT_READ);
        return accessLogs.page(caller, new AccessLogs.Sought(personId, operation, outcome, instanceId, Moments.read("from", from, caller.locale()),
                Moments.read("to", to, caller.locale())), cursor, limit);
    }

    /** For administrators. */
    public AccessLogVerification verifyAccessLog(Caller caller, String from, String to) {
        writes.must(caller, Right.AUDIT_READ);
        return attempts.of(caller.locale(), () -> accessLogs.verify(caller, Moments.read("from", from, caller.locale()), Moments.read("to", to, caller.locale())));
    }

    /** For programs, which have to be allowed it by name. */
    public EntryToken issueEntryToken(Caller caller, EntryTokenRequest request) {
        EntryTokens.Issued issued = attempts.of(caller.locale(), () -> signOn.issueEntryToken(caller, request.target));
        EntryToken token = new EntryToken();
        token.token = issued.token();
        token.target = request.target;
        token.expiresAt = views.date(issued.until());
        return token;
    }

    private static String productVersion() {
        Properties properties = new Properties();
        try (InputStream in = AccessService.class.getResourceAsStream("product.properties")) {
            properties.load(in);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return properties.getProperty("version");
    }
}
