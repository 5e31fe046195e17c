package wf.micro.cluster;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import wf.contract.InstanceInfo;
import wf.contract.NodeVisit;
import wf.contract.OpenReply;
import wf.contract.OperationReply;
import wf.contract.Snapshot;
import wf.contract.Verification;
import wf.contract.WorkItemInfo;
import wf.micro.Eventually;
import wf.micro.Rows;
import wf.micro.face.Rest;

/** What must hold of instances when all have gone home, by their rows and by what both nodes say. */
final class Aftermath {
    private static final String OF_THEM = " tenant = 'default' and instance_id in ";

    private final TwoNodes nodes;
    private final Rows rows;
    private final List<Long> instances;
    private final String ids;

    Aftermath(TwoNodes nodes, Rows rows, List<OperationReply> started) {
        this.nodes = nodes;
        this.rows = rows;
        instances = started.stream().map(s -> s.instanceId).toList();
        ids = instances.stream().map(String::valueOf).collect(Collectors.joining(", ", "(", ")"));
    }

    /** Each under its id once, with the instances themselves; and nothing of what was refused. */
    void whatWasDoneIsWrittenDownOnce(List<OperationReply> started, Answers answers) {
        Set<String> done = new HashSet<>(answers.done().keySet());
        started.forEach(s -> done.add(s.opId));
        String own = " where tenant = 'default' and op_id like '" + started.get(0).opId.replaceFirst("-.*", "-%'");
        List<String> written = rows.texts("select op_id from wf_journal" + own + " union all select op_id from wf_operation" + own);
        assertThat(written).doesNotHaveDuplicates();
        assertThat(new HashSet<>(written)).as("refused and done all the same").doesNotContainAnyElementsOf(answers.refused());
        assertThat(new HashSet<>(written)).as("done and written down").isEqualTo(done);
    }

    void everyJournalIsWhole() {
        for (Rest node : nodes.both()) {
            for (long instance : instances) {
                Verification verification = node.call(Cast.ADMIN, Verification.class, "verifyJournal", "instanceId", instance);
                assertThat(verification.intact).as("journal of %s", instance).isTrue();
                assertThat(verification.rows).isEqualTo(node.call(Cast.ADMIN, InstanceInfo.class, "getInstance", "instanceId", instance).version);
            }
        }
    }

    /** What the engine does by itself has been done, or waits for an instance that stands still. */
    void nothingIsUnderWay() {
        Eventually.holds("all jobs are done", () -> rows.number("select count(*) from wf_job where state = 'READY' and" + OF_THEM + ids) == 0);
        assertThat(rows.number("select count(*) from wf_job where state = 'DEAD' and" + OF_THEM + ids)).as("jobs given up").isZero();
    }

    /** The promise of §0.4a, as far as it can be seen from outside: the rows of open work, the tokens of the instance and the journal agree. */
    void everyOpenItemHasItsTokenAndEveryTokenItsItem() {
        for (long instance : instances) {
            OpenReply open = nodes.second().call(Cast.ADMIN, OpenReply.class, "openInstance", "instanceId", instance);
            Snapshot told = nodes.first().call(Cast.ADMIN, Snapshot.class, "getSnapshot", "instanceId", instance, "number", open.instance.version);
            assertThat(open.openItems).extracting(Aftermath::held).as("open work and the journal of %s", instance)
                    .containsExactlyInAnyOrderElementsOf(told.openItems.stream().map(Aftermath::held).toList());
            Set<Long> live = told.visits.stream().map(v -> v.nodeInstanceId).collect(Collectors.toSet());
            assertThat(open.visits.stream().filter(v -> v.leftAt == null).map(v -> v.nodeInstanceId)).containsExactlyInAnyOrderElementsOf(live);
            Set<Long> worked = open.openItems.stream().map(i -> i.nodeInstanceId).collect(Collectors.toSet());
            assertThat(live).as("tokens under open work of %s", instance).containsAll(worked);
            assertThat(worked).as("open work on tokens of %s", instance).containsAll(told.visits.stream().filter(Aftermath::needsWork).map(v -> v.nodeInstanceId).toList());
        }
        noRowIsOrphaned();
    }

    private static String held(WorkItemInfo item) {
        return item.id + " " + item.kind + " at " + item.nodeInstanceId + " of " + (item.owner == null ? item.candidates : item.owner.id);
    }

    private static boolean needsWork(NodeVisit visit) {
        return Cast.STEPS.contains(visit.nodeId) && visit.state.equals("ACTIVE");
    }

    private void noRowIsOrphaned() {
        String over = " and instance_id not in (select id from wf_instance where tenant = 'default' and state in ('RUNNING', 'SUSPENDED'))";
        for (String table : List.of("wf_work_item", "wf_job", "wf_subscription", "wf_incident")) {
            assertThat(rows.number("select count(*) from " + table + " where" + OF_THEM + ids + over)).as("%s of what is over", table).isZero();
        }
        assertThat(rows.number("select count(*) from wf_work_item where" + OF_THEM + ids + " and id in (select id from wf_work_item_closed where" + OF_THEM + ids + ")"))
                .as("both open and closed").isZero();
        assertThat(rows.number("select count(*) from wf_work_item where" + OF_THEM + ids + " and state = 'OFFERED' and id not in"
                + " (select item_id from wf_candidate where tenant = 'default')")).as("offered to nobody").isZero();
        assertThat(rows.number("select count(*) from wf_candidate where tenant = 'default' and item_id not in"
                + " (select id from wf_work_item where tenant = 'default' and owner is null)")).as("offers of nothing").isZero();
    }

    /** Every one of them has come to an end, and nothing waits for anybody. */
    void nothingIsLeft() {
        for (String table : List.of("wf_work_item", "wf_job", "wf_subscription", "wf_incident")) {
            assertThat(rows.number("select count(*) from " + table + " where" + OF_THEM + ids)).as(table).isZero();
        }
    }
}
