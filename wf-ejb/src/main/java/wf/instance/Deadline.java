package wf.instance;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * Until when an instance, a visit or an item is to be done, and how far its levels have come (§8.3). Levels are known by what they say and not
 * by their places, so that a version of the model with others finds them again.
 *
 * @param nodeInstanceId the visit; null for the instance as a whole
 * @param workItemId the item; null for the visit as a whole
 * @param nodeId the node of the visit, or null
 * @param scopeId the visit inside which that one runs; null for the process
 * @param limit what the model said, after its expressions were filled: {@code d6}, {@code PT4H}, or a moment
 * @param person whose calendar counts; null: that of the tenant
 * @param from since when
 * @param reached levels that have come already
 * @param nextAt when the next level is due; null while time does not run, or when there is none any more
 * @param nextLevel which one that is, also while time does not run; null when none is waited for
 * @param timerId the job that waits for it; another one for each level
 * @param ordered when it is due by order of an administrator, whatever the model says; null without one
 */
public record Deadline(long id, Long nodeInstanceId, Long workItemId, String nodeId, Long scopeId, String limit, String person, Instant from, Instant dueAt,
        List<Reached> reached, Instant nextAt, String nextLevel, Long timerId, Instant ordered) {

    /** What was stored when levels had places leaves out the first of them. */
    private static final String FIRST = "0";

    /**
     * A level that has come so often, when it was due last.
     *
     * @param missed whether it never came, since the model did not know it yet when it would have been due
     */
    public record Reached(String level, int times, Instant last, boolean missed) {

        public Reached {
            level = level == null ? FIRST : level;
        }

        Reached later(Duration pause) {
            return new Reached(level, times, last.plus(pause), missed);
        }
    }

    public Deadline {
        reached = reached == null ? List.of() : List.copyOf(reached);
        nextLevel = nextLevel == null && nextAt != null ? FIRST : nextLevel;
    }

    public Optional<Reached> reached(String level) {
        return reached.stream().filter(r -> r.level().equals(level)).findFirst();
    }

    /** The level that it waited for has come; nothing is waited for until somebody says so. */
    public Deadline afterLevel() {
        List<Reached> levels = new ArrayList<>(reached.stream().filter(r -> !r.level().equals(nextLevel)).toList());
        levels.add(new Reached(nextLevel, reached(nextLevel).map(Reached::times).orElse(0) + 1, nextAt, false));
        return at(dueAt, levels).waitingForNothing();
    }

    public Deadline waitingFor(String level, Instant at, long timer) {
        return waiting(at, level, timer, ordered);
    }

    /** Time does not run; what it waits for comes when it does again. */
    public Deadline stopped() {
        return waiting(null, nextLevel, timerId, ordered);
    }

    /** An administrator wants the level that comes next at this moment. */
    public Deadline orderedAt(Instant moment) {
        return waiting(moment, nextLevel, timerId, moment);
    }

    /** It is due then, after time has stood for so long. */
    public Deadline moved(Instant newDue, Duration pause) {
        return at(newDue, reached.stream().map(r -> r.later(pause)).toList()).waiting(null, nextLevel, timerId, ordered == null ? null : ordered.plus(pause));
    }

    /** The work has gone to another item, until the same time. */
    public Deadline passedTo(long item) {
        return new Deadline(id, nodeInstanceId, item, nodeId, scopeId, limit, person, from, dueAt, reached, nextAt, nextLevel, timerId, ordered);
    }

    /** The model knows other levels now; what it waits for is called so. */
    public Deadline knowing(List<Reached> levels, String next) {
        return at(dueAt, levels).waiting(nextAt, next, timerId, ordered);
    }

    /** Whether it ends at a moment that the model or somebody named, and not so long after its beginning. */
    boolean isAtMoment() {
        return Character.isDigit(limit.charAt(0));
    }

    /** Whether it is about the same work as one that is over, until the same moment: the work has come again. */
    public boolean isAgain(Deadline over) {
        return isAtMoment() && limit.equals(over.limit) && Objects.equals(nodeId, over.nodeId) && Objects.equals(scopeId, over.scopeId)
                && (workItemId == null) == (over.workItemId == null) && Objects.equals(person, over.person);
    }

    Deadline at(String newNodeId) {
        return new Deadline(id, nodeInstanceId, workItemId, newNodeId, scopeId, limit, person, from, dueAt, reached, nextAt, nextLevel, timerId, ordered);
    }

    /** Which level comes next is to be found out. */
    public Deadline waitingForNothing() {
        return waiting(null, null, null, null);
    }

    private Deadline at(Instant newDue, List<Reached> levels) {
        return new Deadline(id, nodeInstanceId, workItemId, nodeId, scopeId, limit, person, from, newDue, levels, nextAt, nextLevel, timerId, ordered);
    }

    private Deadline waiting(Instant at, String level, Long timer, Instant order) {
        return new Deadline(id, nodeInstanceId, workItemId, nodeId, scopeId, limit, person, from, dueAt, reached, at, level, timer, order);
    }
}
