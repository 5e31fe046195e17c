package wf.query;

import java.util.Objects;
import wf.command.Sight;
import wf.contract.PropertyChange;
import wf.definition.Field;
import wf.definition.ProcessDefinition;
import wf.store.JournalBody;
import wf.store.JournalRow;
import wf.value.Value;

/** What a reader of history is shown of values and opinions. */
final class PropertyChanges {

    private PropertyChanges() { }

    static PropertyChange of(String name, Value before, Value after, ProcessDefinition definition, Sight sight) {
        PropertyChange shown = new PropertyChange();
        shown.name = name;
        shown.label = label(definition, name);
        shown.type = (after != null ? after : before).type();
        shown.before = sight.text(definition, name, before);
        shown.after = sight.text(definition, name, after);
        shown.masked = definition.masks(name);
        return shown;
    }

    static String label(ProcessDefinition definition, String name) {
        return definition.fields().stream().filter(f -> f.name().equals(name)).findFirst().map(Field::label).orElse(name);
    }

    /** What was written with the operation, or the reason of an early end, for those who may read it. */
    static String opinion(JournalRow row, JournalBody body, ProcessDefinition definition, Sight sight) {
        String author = Objects.equals(sight.person(), row.onBehalfOf) ? row.onBehalfOf : row.actor;
        boolean shown = sight.seesOpinion(definition, row.nodeId, author);
        return !shown ? null : row.opinion != null ? row.opinion : body.reason();
    }
}
