package wf.report;

import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Date;
import java.util.List;
import java.util.Locale;
import wf.contract.FormField;
import wf.contract.Person;
import wf.contract.ProcessStep;
import wf.contract.ValueType;
import wf.contract.WorkItemInfo;
import wf.refusal.Messages;

/** Texts of a sheet in one language, times in the zone of the installation. */
record Words(Locale locale, ZoneId zone) {

    private static final DateTimeFormatter MINUTE = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm");

    String text(String key) {
        return Messages.text(locale, "sheet." + key);
    }

    String time(Date at) {
        return at == null ? "" : MINUTE.format(at.toInstant().atZone(zone));
    }

    String person(ProcessStep step) {
        return step.onBehalfOf == null ? name(step.person)
                : Messages.text(locale, "sheet.onBehalfOf", name(step.person), name(step.onBehalfOf));
    }

    String name(Person person) {
        return person == null ? "" : person.name;
    }

    /** Who is to do it: its holder, or those to whom it is offered. */
    String waitsFor(WorkItemInfo item) {
        return item.owner != null ? name(item.owner) : String.join(", ", item.candidates);
    }

    String value(FormField field) {
        if (field.value == null) {
            return "";
        } else if (field.type == ValueType.BOOLEAN && List.of("true", "false").contains(field.value)) {
            return text(field.value);
        }
        return field.value;
    }
}
