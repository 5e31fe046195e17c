package wf.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Comparator;
import wf.instance.InstanceSnapshot;
import wf.instance.ProcessInstance;
import wf.instance.WorkItem;

/** Compares two images of one instance; the rows of work items come in the order of their ids. */
final class Compare {

    private Compare() { }

    static void equal(ProcessInstance one, ProcessInstance other) {
        assertThat(sorted(one.snapshot())).isEqualTo(sorted(other.snapshot()));
    }

    private static InstanceSnapshot sorted(InstanceSnapshot s) {
        return new InstanceSnapshot(s.identity(), s.state(), s.starter(), s.startedAt(), s.endedAt(), s.version(), s.reworked(),
                s.branches(), s.nodeInstances(), s.items().stream().sorted(Comparator.comparingLong(WorkItem::id)).toList(),
                s.incidents(), s.variables(), s.waiting());
    }
}
