package wf.query;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.Collections;
import wf.access.Authority;
import wf.access.Caller;
import wf.command.Locations;
import wf.contract.AccessLogPage;
import wf.contract.History;
import wf.instance.ProcessInstance;
import wf.runtime.Directories;
import wf.runtime.Right;

/**
 * Who looked at an instance, and who was refused something there: what of its life stands in the access log and not in its journal (§0.8,
 * I4). It is told to people who may read that log about this instance, and to no program.
 */
@Singleton
public class InstanceAccesses {

    private static final int MOST = 200;
    private final AccessLogs logs;
    private final Directories directories;
    private final Locations locations;

    @Inject
    public InstanceAccesses(AccessLogs logs, Directories directories, Locations locations) {
        this.logs = logs;
        this.directories = directories;
        this.locations = locations;
    }

    /** Adds the latest to the history, the oldest of them first as all else there. */
    public History tell(Caller caller, ProcessInstance instance, History history) {
        if (caller.service() == null && Authority.of(directories, caller).may(Right.AUDIT_READ, () -> locations.of(caller.tenant(), instance))) {
            AccessLogPage page = logs.page(caller, new AccessLogs.Sought(null, null, null, instance.id(), null, null), null, MOST);
            history.accesses.addAll(page.entries);
            Collections.reverse(history.accesses);
            history.moreAccesses = page.next != null;
        }
        return history;
    }
}
