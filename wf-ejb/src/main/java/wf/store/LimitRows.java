package wf.store;

import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import wf.instance.Deadline;
import wf.instance.Event;
import wf.instance.InstanceEvent.DefinitionMigrated;
import wf.instance.ProcessInstance;
import wf.instance.WaitEvent.DeadlineOver;
import wf.instance.WaitEvent.DeadlineSet;
import wf.instance.WaitEvent.LevelReached;

/** Writes deadlines so that what is overdue is found, and the jobs that wait for their levels: each level has a job of its own. */
final class LimitRows {

    private final Writes writes;
    private final String tenant;
    private final ProcessInstance before;
    private final ProcessInstance after;
    private final Set<Long> changed = new LinkedHashSet<>();
    private final List<JobRow> posted = new ArrayList<>();
    private final List<Instant> moved = new ArrayList<>();
    private boolean migrated;

    LimitRows(Writes writes, String tenant, ProcessInstance before, ProcessInstance after) {
        this.writes = writes;
        this.tenant = tenant;
        this.before = before;
        this.after = after;
    }

    void note(Event event) {
        if (event instanceof DeadlineSet e) {
            changed.add(e.deadline().id());
        } else if (event instanceof DeadlineOver e) {
            changed.add(e.deadlineId());
        } else if (event instanceof LevelReached e) {
            changed.add(e.deadlineId());
        } else if (event instanceof DefinitionMigrated) {
            migrated = true;
            before.deadlines().forEach(d -> changed.add(d.id()));
        }
    }

    /**
     * @param reserved until when the caller alone works on what is due now
     * @return what is due now
     */
    List<JobRow> write(Instant now, Instant reserved) {
        List<JobRow> due = new ArrayList<>();
        for (Long id : changed) {
            Deadline was = before.findDeadline(id).orElse(null);
            Deadline is = after.findDeadline(id).orElse(null);
            if (migrated || !Objects.equals(was, is)) {
                writeDeadline(id, was, is);
                timer(was, is, now, reserved, due);
            }
        }
        return due;
    }

    private void writeDeadline(long id, Deadline was, Deadline is) {
        if (was != null) {
            writes.delete("wf_deadline", tenant, List.of(id), null);
        }
        if (is != null) {
            writes.insert(row(is));
        }
    }

    private DeadlineRow row(Deadline deadline) {
        DeadlineRow row = new DeadlineRow();
        row.tenant = tenant;
        row.id = deadline.id();
        row.instanceId = after.id();
        row.nodeInstanceId = deadline.nodeInstanceId();
        row.workItemId = deadline.workItemId();
        row.nodeId = deadline.nodeId();
        row.definitionId = after.identity().definitionId();
        row.dueAt = deadline.dueAt();
        row.levels = (int) deadline.reached().stream().filter(r -> !r.missed()).count();
        row.reachedAt = deadline.reached().stream().filter(r -> !r.missed()).map(Deadline.Reached::last).max(Instant::compareTo).orElse(null);
        return row;
    }

    private void timer(Deadline was, Deadline is, Instant now, Instant reserved, List<JobRow> due) {
        Long old = was == null ? null : was.timerId();
        Long current = is == null ? null : is.timerId();
        if (old != null && !old.equals(current)) {
            writes.delete("wf_job", tenant, List.of(old), null);
        }
        if (current != null && !current.equals(old)) {
            JobRow row = JobStore.row(tenant, current, JobType.LIMIT, is.nextAt(), JobBody.timer(0));
            row.instanceId = after.id();
            row.nodeId = is.nodeId();
            if (!row.dueAt.isAfter(now)) {
                row.leaseUntil = reserved;
                due.add(row);
            }
            writes.insert(row);
            posted.add(row);
        } else if (current != null) {
            change(was, is);
        }
    }

    /** The same job goes on; what administrators said about it stays. */
    private void change(Deadline was, Deadline is) {
        if (!Objects.equals(was.nodeId(), is.nodeId())) {
            writes.change("update wf_job set node_id = ? where tenant = ? and id = ?", is.nodeId(), tenant, is.timerId());
        }
        if (is.nextAt() == null && was.nextAt() != null) {
            writes.change("update wf_job set state = case when state = 'READY' then 'PARKED' else state end, lease_until = null, lease_epoch = lease_epoch + 1"
                    + " where tenant = ? and id = ?", tenant, is.timerId());
        } else if (is.nextAt() != null && !is.nextAt().equals(was.nextAt())) {
            writes.change("update wf_job set state = case when state = 'PARKED' then 'READY' else state end, due_at = ?, attempts = 0, lease_until = null,"
                    + " lease_epoch = lease_epoch + 1 where tenant = ? and id = ?", is.nextAt(), tenant, is.timerId());
            moved.add(is.nextAt());
        }
    }

    /** When jobs are due that were there before, which are left to whoever looks for them. */
    List<Instant> moved() {
        return moved;
    }

    /** The jobs that this operation posts. */
    List<JobRow> posted() {
        return posted;
    }
}
