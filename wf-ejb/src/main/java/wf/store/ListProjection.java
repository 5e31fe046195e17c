package wf.store;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import wf.contract.InstanceState;
import wf.definition.ProcessDefinition;
import wf.instance.Event;
import wf.instance.InstanceEvent.DefinitionMigrated;
import wf.instance.InstanceEvent.VariablesChanged;
import wf.instance.ProcessInstance;
import wf.value.Value;

/** What an operation means for lists of instances: which drafts somebody has, and by which values an instance is found. */
final class ListProjection {

    private static final int LONGEST_TEXT = 200;
    private static final BigDecimal MOST = new BigDecimal("1e20");
    private final Writes writes;
    private final String tenant;
    private final ProcessInstance before;
    private final ProcessInstance after;

    ListProjection(Writes writes, String tenant, ProcessInstance before, ProcessInstance after) {
        this.writes = writes;
        this.tenant = tenant;
        this.before = before;
        this.after = after;
    }

    void write(Collection<String> queryFields, List<Event> events) {
        boolean was = before.state() == InstanceState.DRAFT;
        boolean is = after.state() == InstanceState.DRAFT;
        if (is && !was) {
            writes.change("insert into wf_draft (tenant, starter, started_at, instance_id) values (?, ?, ?, ?)", tenant, after.starter(), after.startedAt(), after.id());
        } else if (was && !is) {
            writes.change("delete from wf_draft where tenant = ? and starter = ? and started_at = ? and instance_id = ?", tenant, after.starter(), after.startedAt(), after.id());
        }
        if (events.stream().anyMatch(DefinitionMigrated.class::isInstance)) {
            anew(queryFields);
        } else if (!queryFields.isEmpty()) {
            changed(queryFields, events).forEach(this::replace);
        }
    }

    void anew(Collection<String> queryFields) {
        writes.change("delete from wf_query_field where tenant = ? and instance_id = ?", tenant, after.id());
        queryFields.forEach(this::insert);
    }

    private static Set<String> changed(Collection<String> queryFields, List<Event> events) {
        Set<String> changed = new LinkedHashSet<>();
        events.stream().filter(VariablesChanged.class::isInstance).flatMap(e -> ((VariablesChanged) e).changes().stream())
                .filter(c -> c.scopeId() == null && queryFields.contains(c.name())).forEach(c -> changed.add(c.name()));
        return changed;
    }

    private void replace(String name) {
        writes.change("delete from wf_query_field where tenant = ? and instance_id = ? and name = ?", tenant, after.id(), name);
        insert(name);
    }

    private void insert(String name) {
        Value value = after.variables().get(name);
        if (value == null) {
            return;
        }
        switch (value.type()) {
            case INTEGER, DECIMAL -> number(name, new BigDecimal(value.text()));
            case DATE -> insert(name, "time_value", LocalDate.parse(value.text()).atStartOfDay(ZoneOffset.UTC).toInstant());
            case DATE_TIME -> insert(name, "time_value", OffsetDateTime.parse(value.text()).toInstant());
            case STRING, BOOLEAN -> insert(name, "text_value", value.text().replace("\0", "").substring(0, Math.min(LONGEST_TEXT, value.text().replace("\0", "").length())));
            default -> { }
        }
    }

    /** A number that the column does not hold is found by nobody. */
    private void number(String name, BigDecimal number) {
        if (number.abs().compareTo(MOST) < 0) {
            insert(name, "number_value", number);
        }
    }

    private void insert(String name, String column, Object value) {
        boolean beyond = value instanceof Instant at && (at.isBefore(Instant.EPOCH) || at.isAfter(WorkItemRow.NEVER));
        if (!beyond) {
            writes.change("insert into wf_query_field (tenant, instance_id, name, " + column + ") values (?, ?, ?, ?)", tenant, after.id(), name, value);
        }
    }
}
