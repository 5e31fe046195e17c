package wf.command;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import wf.contract.ErrorCode;
import wf.definition.EventDefinition;
import wf.definition.Node;
import wf.definition.ProcessDefinition;
import wf.instance.SubscriptionKind;
import wf.refusal.Messages;
import wf.refusal.Refused;
import wf.rule.Evaluation;
import wf.rule.schedule.Firing;
import wf.rule.schedule.Schedule;
import wf.setting.Settings;
import wf.store.DefinitionRow;
import wf.store.DefinitionStore;
import wf.store.EventStartRow;
import wf.store.Ids;
import wf.store.JobBody;
import wf.store.JobStore;
import wf.store.JobType;
import wf.store.MessageAddress;
import wf.store.MessageStore;

/**
 * At which events definitions begin by themselves: those of the newest released version of each key, and of no other. A
 * conditional start never begins by itself, since before there is an instance there are no variables to look at.
 */
@Singleton
public class EventStarts {

    private final DefinitionStore definitions;
    private final MessageStore messages;
    private final JobStore jobs;
    private final Kernel kernel;
    private final Ids ids;
    private final ZoneId zone;

    @Inject
    public EventStarts(DefinitionStore definitions, MessageStore messages, JobStore jobs, Kernel kernel, Ids ids, Settings settings) {
        this.definitions = definitions;
        this.messages = messages;
        this.jobs = jobs;
        this.kernel = kernel;
        this.ids = ids;
        this.zone = settings.zone();
    }

    /** Another version has become the newest released one, or there is none any more; timers count from now. */
    void moved(String tenant, Optional<DefinitionRow> from, Optional<DefinitionRow> to, Instant now, Locale locale) {
        if (from.map(d -> d.id).equals(to.map(d -> d.id))) {
            return;
        }
        from.ifPresent(d -> messages.removeStarts(tenant, d.id));
        to.ifPresent(d -> open(d, now, locale));
    }

    private void open(DefinitionRow row, Instant now, Locale locale) {
        ProcessDefinition process = definitions.process(row);
        for (Node start : process.tree().eventStarts()) {
            for (Node event : eventsOf(start, process)) {
                event.event().definitions().forEach(d -> open(row, start, event, d, now));
                openTimers(row, start, event, now, locale);
            }
        }
    }

    /** The start itself, or the events behind a gateway that begins the process. */
    private static List<Node> eventsOf(Node start, ProcessDefinition process) {
        return start.type().equals("eventBasedGateway")
                ? start.outgoing().stream().map(f -> process.node(f.target())).toList() : List.of(start);
    }

    private void open(DefinitionRow row, Node start, Node event, EventDefinition definition, Instant now) {
        if (definition instanceof EventDefinition.Message message) {
            EventStartRow begins = start(row, start, event, SubscriptionKind.MESSAGE, message.name());
            messages.insert(begins);
            jobs.hurryKeptMessages(row.tenant, begins.name, now);
        } else if (definition instanceof EventDefinition.Signal signal) {
            messages.insert(start(row, start, event, SubscriptionKind.SIGNAL, signal.name()));
        }
    }

    /** An event may have several timers: each goes by its own times. */
    private void openTimers(DefinitionRow row, Node start, Node event, Instant now, Locale locale) {
        List<EventDefinition.Timer> timers = event.event().of(EventDefinition.Timer.class);
        for (int i = 0; i < timers.size(); i++) {
            Optional<Instant> first = schedule(timers.get(i), locale).first(now);
            if (first.isPresent()) {
                EventStartRow begins = start(row, start, event, SubscriptionKind.TIMER, "");
                messages.insert(begins);
                jobs.post(begins, JobType.TIMER_START, begins.id, first.get(), JobBody.timer(i, 0, first.get()), null);
            }
        }
    }

    private EventStartRow start(DefinitionRow definition, Node start, Node event, SubscriptionKind kind, String name) {
        EventStartRow row = new EventStartRow();
        row.tenant = definition.tenant;
        row.id = ids.next();
        row.definitionId = definition.id;
        row.kind = kind.name();
        row.name = MessageAddress.of(name, null).name();
        row.startNode = start.id();
        row.eventNode = event.id();
        return row;
    }

    private Schedule schedule(EventDefinition.Timer timer, Locale locale) {
        Evaluation<Schedule> schedule = scheduleOf(timer);
        if (schedule.isError()) {
            throw Refused.because(ErrorCode.RULE_ERROR, Messages.text(locale, "reject.TIMER", timer.when().text(), schedule.error()));
        }
        return schedule.value();
    }

    /** What the model says is worked out without variables: there is no instance yet. */
    private Evaluation<Schedule> scheduleOf(EventDefinition.Timer timer) {
        return kernel.expressions().filled(timer.when(), Map.of())
                .then(v -> Schedule.parse(timer.kind(), String.valueOf(v), zone));
    }

    /** Whether a timer that is due now fires, and when it is due again; empty where the model knows it no more. */
    public Optional<Firing> firing(EventStartRow start, JobBody due, Instant now) {
        Node event = definitions.get(start.tenant, start.definitionId).process().node(start.eventNode);
        return event.event().of(EventDefinition.Timer.class).stream().skip(due.timer()).findFirst().flatMap(timer -> {
            Evaluation<Schedule> schedule = scheduleOf(timer);
            return schedule.isError() ? Optional.empty() : Optional.of(Firing.of(schedule.value(), timer.misfire(), due.due(), due.fired(), now));
        });
    }
}
