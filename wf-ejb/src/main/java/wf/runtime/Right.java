package wf.runtime;

import java.util.Arrays;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * What somebody may do beyond his own work because he holds a role (§10.2). Roles are a tenant's data, rights are the
 * product's: each names the operations that ask for it, so that this is the one table of who administers what.
 */
public enum Right {
    SYSTEM_SETUP("system.setup", Duty.SYSTEM, "putCalendar", "deleteCalendar", "listCalendars", "getCalendar", "startService", "stopService"),
    ORGANISATION_LOAD("organisation.load", Duty.SYSTEM, "getOrganisation", "refreshOrganisation"),
    JOB_CONTROL("job.control", Duty.SYSTEM, "listJobs", "retryJob", "runJob", "pauseJob", "resumeJob", "rescheduleJob"),
    ROLE_MANAGE("role.manage", Duty.SECURITY, "putRole", "deleteRole", "grantRole", "revokeRole", "listRoles", "listGrants"),
    SERVICE_ACCOUNT("service.account", Duty.SECURITY, "listServiceAccounts", "getServiceAccount", "putServiceAccount", "issueServiceKey",
            "endServiceKey"),
    SESSION_MANAGE("session.manage", Duty.SECURITY, "listSessions", "endSession", "endOtherSessions"),
    IDENTITY_WRITE("identity.write", Duty.SECURITY, "listIdentities", "getIdentity", "putIdentity", "resetIdentity"),
    AUDIT_READ("audit.read", Duty.AUDIT, "listAdminActs", "verifyAdminActs", "listAccessLog", "verifyAccessLog"),
    PERMISSION_CHECK("permission.check", Duty.PROCESS, "checkPermission"),
    DEFINITION_READ("definition.read", Duty.PROCESS),
    DEFINITION_WRITE("definition.write", Duty.PROCESS, "deploy", "release", "retire", "copyDefinition", "moveDefinition", "createCategory",
            "renameCategory", "moveCategory", "deleteCategory"),
    RULE_AUTHOR("rule.author", Duty.PROCESS, "deployScript", "listScripts", "listScriptVersions", "getScript"),
    INSTANCE_READ("instance.read", Duty.PROCESS),
    INSTANCE_MANAGE("instance.manage", Duty.PROCESS, "listIncidents", "findOverdueNodes"),
    INSTANCE_MIGRATE("instance.migrate", Duty.PROCESS, "migrateInstances", "updateInstanceXml"),
    INSTANCE_ERASE("instance.erase", Duty.PROCESS, "eraseEncrypted"),
    ARCHIVE("archive", Duty.PROCESS, "unarchive"),
    SCHEDULE_MANAGE("schedule.manage", Duty.PROCESS, "listSchedules", "getSchedule", "putSchedule", "pauseSchedule", "resumeSchedule", "runSchedule",
            "deleteSchedule"),
    MESSAGE_SEND("message.send", Duty.PROCESS, "sendMessage", "sendSignal"),
    WORK_REASSIGN("work.reassign", Duty.PROCESS, "replaceHandlers", "listVanishedHandlers");

    private static final Set<Right> OF_THE_TENANT = Set.of(SYSTEM_SETUP, ORGANISATION_LOAD, JOB_CONTROL, SERVICE_ACCOUNT, IDENTITY_WRITE, RULE_AUTHOR,
            SCHEDULE_MANAGE, MESSAGE_SEND);

    private final String code;
    private final Duty duty;
    private final Set<String> operations;

    Right(String code, Duty duty, String... operations) {
        this.code = code;
        this.duty = duty;
        this.operations = Set.of(operations);
    }

    /** As roles, replies and sentences call it. */
    public String code() {
        return code;
    }

    public Duty duty() {
        return duty;
    }

    /** Whether it counts where a grant is limited to a department or category; the others concern the whole tenant alone. */
    public boolean isLimitable() {
        return !OF_THE_TENANT.contains(this);
    }

    /** The administrative operations that ask for it. */
    public Set<String> operations() {
        return operations;
    }

    /** The right of this name. */
    public static Optional<Right> named(String code) {
        return Arrays.stream(values()).filter(r -> r.code.equals(code)).findFirst();
    }

    /** What an administrative operation asks for; empty where it is none. */
    public static Optional<Right> of(String operation) {
        return Arrays.stream(values()).filter(r -> r.operations.contains(operation)).findFirst();
    }

    /** All that belong to one kind of administration. */
    public static Set<Right> of(Duty duty) {
        return Arrays.stream(values()).filter(r -> r.duty == duty).collect(Collectors.toUnmodifiableSet());
    }
}
