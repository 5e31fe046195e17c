package wf.store;

import java.util.List;
import java.util.Map;
import wf.contract.InstanceState;
import wf.instance.Branch;
import wf.instance.Incident;
import wf.instance.InstanceIdentity;
import wf.instance.InstanceSnapshot;
import wf.instance.InstanceSnapshot.Waiting;
import wf.instance.NodeInstance;
import wf.instance.ParentLink;
import wf.instance.ProcessInstance;
import wf.instance.WorkItem;
import wf.value.Value;

/**
 * The part of an instance that lives inside its own row: open branches, visits, incidents and variables. A row of its
 * own for each would cost a statement each; together they are one short text, since only what is open is in it. What
 * changes most stands first: PostgreSQL does not log the end of a row again when it stays as it was.
 */
record InstanceBody(List<NodeInstance> nodeInstances, List<Incident> incidents, boolean reworked, Waiting waiting,
        ParentLink parent, List<Branch> branches, Map<String, Value> variables) {

    static String of(ProcessInstance instance) {
        InstanceSnapshot now = instance.snapshot();
        return Json.write(new InstanceBody(now.nodeInstances(), now.incidents(), now.reworked(),
                now.waiting().isNothing() ? null : now.waiting(), now.identity().parent(), now.branches(), now.variables()), now.startedAt());
    }

    static ProcessInstance read(InstanceRow row, List<WorkItem> items) {
        InstanceBody body = Json.read(row.content == null ? row.body : row.content, InstanceBody.class, row.startedAt);
        return new ProcessInstance(new InstanceSnapshot(
                new InstanceIdentity(row.id, row.definitionId, row.businessKey, row.title, body.parent()),
                InstanceState.valueOf(row.state), row.starter, row.startedAt, row.endedAt, row.version, body.reworked(), body.branches(),
                body.nodeInstances(), items, body.incidents(),
                body.variables() == null ? Map.of() : body.variables(),
                body.waiting() == null ? Waiting.NOTHING : body.waiting()));
    }
}
