package wf.relay;

import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import wf.contract.ErrorCode;
import wf.contract.InstanceState;
import wf.instance.Event;
import wf.instance.Incident;
import wf.instance.InstanceEvent.DefinitionMigrated;
import wf.instance.InstanceEvent.DraftReleased;
import wf.instance.InstanceEvent.InstanceActivated;
import wf.instance.InstanceEvent.InstanceDeleted;
import wf.instance.InstanceEvent.InstanceEnded;
import wf.instance.InstanceEvent.InstancePurged;
import wf.instance.InstanceEvent.InstanceRestored;
import wf.instance.InstanceEvent.InstanceResumed;
import wf.instance.InstanceEvent.InstanceStarted;
import wf.instance.InstanceEvent.InstanceSuspended;
import wf.instance.NodeInstance;
import wf.instance.TokenEvent.IncidentRaised;
import wf.instance.TokenEvent.IncidentResolved;
import wf.instance.TokenEvent.NodeCancelled;
import wf.instance.TokenEvent.NodeEntered;
import wf.instance.TokenEvent.NodeLeft;
import wf.instance.TokenEvent.NodeSkipped;
import wf.instance.WaitEvent.LevelReached;
import wf.instance.WaitEvent.StrategyRefused;
import wf.instance.WaitEvent.WorkItemUrged;
import wf.instance.WorkItem;
import wf.instance.WorkItemEvent.WorkItemClaimed;
import wf.instance.WorkItemEvent.WorkItemClosed;
import wf.instance.WorkItemEvent.WorkItemCreated;
import wf.instance.WorkItemEvent.WorkItemHeld;
import wf.instance.WorkItemEvent.WorkItemReleased;
import wf.instance.WorkItemEvent.WorkItemResumed;
import wf.instance.WorkItemEvent.WorkItemSuspended;
import wf.instance.WorkItemEvent.WorkItemUnclaimed;
import wf.store.JournalRow;
import wf.store.Json;
import wf.store.Telling;

/**
 * The events of §11.4 as JSON. They name who, what and where, and tell no value of a variable, no opinion and no title: whoever
 * is to know more asks for it, and is asked who he is. What is told here is a promise to others: fields are added, and what
 * changes otherwise takes a new number of the schema.
 */
final class EventTexts {

    static final int SCHEMA = 1;

    private EventTexts() { }

    /** What happened as others call it, and what besides they are told. */
    private record Named(String name, Map<String, Object> details) { }

    /** @param definitionKey of the process; null where it is not known any more */
    static List<Published> of(Told told, String definitionKey) {
        if (told.telling() != null) {
            return of(told, told.telling());
        }
        List<Named> named = told.events().stream().flatMap(e -> named(e).stream()).toList();
        List<Published> published = new ArrayList<>();
        for (int part = 0; part < named.size(); part++) {
            published.add(published(told, definitionKey, named.get(part), part, named.size()));
        }
        return published;
    }

    private static Published published(Told told, String definitionKey, Named named, int part, int parts) {
        JournalRow row = told.journal();
        Map<String, Object> text = beginning(told, named.name(), part, row.happenedAt, row.instanceId);
        text.put("seq", row.seq);
        text.put("part", part);
        text.put("parts", parts);
        text.put("opId", row.opId);
        text.put("operation", row.operation);
        text.put("actor", row.actor);
        put(text, "onBehalfOf", row.onBehalfOf);
        text.put("definitionId", row.definitionId);
        put(text, "definitionKey", definitionKey);
        text.put("version", row.versionAfter);
        text.putAll(named.details());
        return new Published(told.row().key(), named.name(), (String) text.get("id"), row.instanceId, Json.write(text));
    }

    private static List<Published> of(Told told, Telling telling) {
        if (telling.event() == null) {
            return List.of();
        }
        long instance = telling.instanceId() == null ? 0 : telling.instanceId();
        Map<String, Object> text = beginning(told, telling.event(), 0, told.row().createdAt, instance);
        put(text, "actor", telling.actor());
        put(text, "itemId", telling.itemId());
        put(text, "nodeId", telling.nodeId());
        text.put("people", telling.people());
        return List.of(new Published(told.row().key(), telling.event(), (String) text.get("id"), instance, Json.write(text)));
    }

    private static Map<String, Object> beginning(Told told, String event, int part, Instant at, long instance) {
        Map<String, Object> text = new LinkedHashMap<>();
        text.put("schema", SCHEMA);
        text.put("id", told.row().tenant + "/" + told.row().instanceId + "/" + told.row().seq + "/" + part);
        text.put("event", event);
        text.put("tenant", told.row().tenant);
        text.put("at", at.toString());
        if (instance != 0) {
            text.put("instanceId", instance);
        }
        return text;
    }

    private static void put(Map<String, Object> text, String name, Object value) {
        if (value != null) {
            text.put(name, value);
        }
    }

    private static Optional<Named> named(Event event) {
        Named named = instance(event);
        named = named == null ? node(event) : named;
        named = named == null ? item(event) : named;
        return Optional.ofNullable(named == null ? time(event) : named);
    }

    private static Named instance(Event event) {
        if (event instanceof InstanceStarted e) {
            return new Named("instance.created", details("state", e.state(), "starter", e.starter(), "department", e.department()));
        } else if (event instanceof DraftReleased) {
            return new Named("instance.started", details("state", InstanceState.RUNNING));
        } else if (event instanceof InstanceEnded e) {
            return new Named("instance." + lower(e.state()), details("state", e.state()));
        } else if (event instanceof DefinitionMigrated e) {
            return new Named("instance.migrated", details("toDefinitionId", e.definitionId()));
        }
        String name = event instanceof InstanceSuspended ? "suspended" : event instanceof InstanceResumed ? "resumed" : event instanceof InstanceDeleted ? "deleted"
                : event instanceof InstancePurged ? "purged" : event instanceof InstanceRestored ? "restored" : event instanceof InstanceActivated ? "activated" : null;
        return name == null ? null : new Named("instance." + name, Map.of());
    }

    private static Named node(Event event) {
        if (event instanceof NodeEntered e) {
            NodeInstance visit = e.visit();
            return new Named("node.entered", details("nodeId", visit.nodeId(), "nodeInstanceId", visit.id()));
        } else if (event instanceof NodeLeft e) {
            return new Named("node.left", details("nodeId", e.nodeId(), "nodeInstanceId", e.nodeInstanceId(), "flows", e.flows()));
        } else if (event instanceof NodeSkipped e) {
            return new Named("node.skipped", details("nodeId", e.nodeId(), "nodeInstanceId", e.nodeInstanceId(), "reason", e.reason()));
        } else if (event instanceof NodeCancelled e) {
            return new Named("node.cancelled", details("nodeId", e.nodeId(), "nodeInstanceId", e.nodeInstanceId(), "reason", e.how()));
        } else if (event instanceof IncidentRaised e) {
            return incident(e.incident());
        } else if (event instanceof IncidentResolved e) {
            return new Named("incident.resolved", details("incidentId", e.incidentId()));
        }
        return null;
    }

    /** Levels of limits: {@code time.warn}, {@code time.due}, {@code time.overdue}. */
    private static Named time(Event event) {
        if (event instanceof WorkItemUrged e) {
            return new Named("item.urged", details("itemId", e.workItemId()));
        } else if (event instanceof LevelReached e && e.level() != null) {
            return new Named("time." + e.level().toLowerCase(Locale.ROOT), details("nodeId", e.nodeId(), "nodeInstanceId", e.nodeInstanceId(), "itemId", e.workItemId(),
                    "times", e.times(), "strategy", e.strategy(), "dueAt", e.dueAt() == null ? null : e.dueAt().toString(), "items", e.items().isEmpty() ? null : e.items()));
        } else if (event instanceof StrategyRefused e) {
            return new Named("time.strategy_refused", details("nodeId", e.nodeId(), "strategy", e.strategy(), "code", e.code()));
        }
        return null;
    }

    private static Named incident(Incident incident) {
        return new Named(ErrorCode.RULE_ERROR.name().equals(incident.code()) ? "rule.error" : "incident.raised",
                details("incidentId", incident.id(), "nodeId", incident.nodeId(), "nodeInstanceId", incident.nodeInstanceId(), "code", incident.code()));
    }

    private static Named item(Event event) {
        if (event instanceof WorkItemCreated e) {
            WorkItem item = e.item();
            return new Named("item.created", details("itemId", item.id(), "nodeId", item.nodeId(), "nodeInstanceId", item.nodeInstanceId(), "kind", item.kind(),
                    "state", item.state(), "owner", item.owner(), "candidates", item.candidates().isEmpty() ? null : item.candidates()));
        } else if (event instanceof WorkItemClosed e) {
            return new Named("item." + lower(e.state()), details("itemId", e.workItemId(), "state", e.state(), "handledBy", e.handledBy(), "vote", e.vote()));
        } else if (event instanceof WorkItemClaimed e) {
            return new Named("item.claimed", details("itemId", e.workItemId(), "owner", e.by()));
        } else if (event instanceof WorkItemUnclaimed e) {
            return new Named("item.unclaimed", details("itemId", e.workItemId()));
        } else if (event instanceof WorkItemSuspended e) {
            return new Named("item.suspended", details("itemId", e.workItemId()));
        } else if (event instanceof WorkItemResumed e) {
            return new Named("item.resumed", details("itemId", e.workItemId()));
        } else if (event instanceof WorkItemHeld e) {
            return new Named("item.waiting", details("itemId", e.workItemId()));
        } else if (event instanceof WorkItemReleased e) {
            return new Named("item.released", details("itemId", e.workItemId()));
        }
        return null;
    }

    private static String lower(Enum<?> state) {
        return state.name().toLowerCase(Locale.ROOT);
    }

    /** Names and values by turns; what is null is left out. */
    private static Map<String, Object> details(Object... pairs) {
        Map<String, Object> details = new LinkedHashMap<>();
        for (int i = 0; i < pairs.length; i += 2) {
            put(details, (String) pairs[i], pairs[i + 1]);
        }
        return details;
    }
}
