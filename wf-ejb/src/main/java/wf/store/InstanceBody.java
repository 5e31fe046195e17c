package wf.store;

import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
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
 * own for each would cost a statement each; together they are two short texts, since only what is open is in them.
 * Earlier versions wrote one text with the parts of both, which either finds there.
 */
record InstanceBody(Moving moving, Lasting lasting) {

    /** What hardly an operation leaves as it was. */
    record Moving(List<NodeInstance> nodeInstances, List<Incident> incidents, boolean reworked, Waiting waiting, List<Branch> branches) { }

    /** What most operations leave as it was: the end of the row, which PostgreSQL does not log again then. */
    record Lasting(ParentLink parent, Map<String, Value> variables) { }

    static InstanceBody of(ProcessInstance instance) {
        InstanceSnapshot now = instance.snapshot();
        return new InstanceBody(new Moving(now.nodeInstances(), now.incidents(), now.reworked(),
                now.waiting().isNothing() ? null : now.waiting(), now.branches()), new Lasting(now.identity().parent(), now.variables()));
    }

    /** @param sealing seals what is sensitive in a text */
    void into(InstanceRow row, UnaryOperator<String> sealing) {
        row.moving = Packed.of(sealing.apply(Json.write(moving, row.startedAt)));
        row.lasting = sealing.apply(Json.write(lasting, row.startedAt));
    }

    /** @param opening opens what was sealed in a text */
    static ProcessInstance read(InstanceRow row, UnaryOperator<String> opening, List<WorkItem> items) {
        String earlier = row.content == null ? row.body : row.content;
        Moving moving = Json.read(opening.apply(row.moving == null ? earlier : Packed.text(row.moving)), Moving.class, row.startedAt);
        Lasting lasting = Json.read(opening.apply(row.lasting == null ? earlier : row.lasting), Lasting.class, row.startedAt);
        return new ProcessInstance(new InstanceSnapshot(
                new InstanceIdentity(row.id, row.definitionId, row.businessKey, row.title, lasting.parent()),
                InstanceState.valueOf(row.state), row.starter, row.startedAt, row.endedAt, row.version, moving.reworked(), moving.branches(),
                moving.nodeInstances(), items, moving.incidents(),
                lasting.variables() == null ? Map.of() : lasting.variables(),
                moving.waiting() == null ? Waiting.NOTHING : moving.waiting()));
    }
}
