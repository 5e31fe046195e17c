package wf.notice;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import wf.contract.MessageKind;
import wf.contract.NoticeAction;
import wf.contract.NoticeState;
import wf.refusal.Messages;
import wf.relay.Teller;
import wf.relay.Told;
import wf.runtime.Member;
import wf.setting.Setting;
import wf.setting.Settings;
import wf.spi.MessageChannel;
import wf.store.DefinitionStore;
import wf.store.JournalRow;
import wf.store.NoticeRow;
import wf.store.NoticeStore;
import wf.store.NoticeStore.Headline;
import wf.store.NoticeStore.Open;

/**
 * Notes who is told what, for many events at once: so many statements for a batch, however many events and people it has. Nobody is
 * told of what he did himself (X4), nor of work that is gone already; and what is gone is taken back from those who were told of it.
 */
@Singleton
public class Planner implements Teller {

    private static final int LONGEST_SUBJECT = 1_000;
    /** What a to-do centre keeps an entry of. */
    private static final Set<String> ENTRIES = Set.of(MessageKind.TODO.name(), MessageKind.TOREAD.name());
    /** What of an occasion's data has a place of its own. */
    private static final Set<String> OWN_PLACES = Set.of("actor", "state", "subject");
    private final NoticeStore notices;
    private final People people;
    private final Templates templates;
    private final Channels channels;
    private final DefinitionStore definitions;
    private final NoticeQueue queue;
    private final InstantSource clock;
    private final String link;

    @Inject
    public Planner(NoticeStore notices, People people, Templates templates, Channels channels, DefinitionStore definitions, NoticeQueue queue,
            InstantSource clock, Settings settings) {
        this.notices = notices;
        this.people = people;
        this.templates = templates;
        this.channels = channels;
        this.definitions = definitions;
        this.queue = queue;
        this.clock = clock;
        this.link = settings.text(Setting.LINK).replaceFirst("/+$", "");
    }

    @Override
    public Runnable tell(String tenant, List<Told> told) {
        Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
        Occasions occasions = new Occasions(told);
        Map<Long, JournalRow> back = new LinkedHashMap<>();
        occasions.restored().forEach((instance, by) -> notices.itemsOf(tenant, instance).forEach(item -> back.put(item, by)));
        Map<Long, Open> open = notices.openItems(tenant, Stream.concat(back.keySet().stream(),
                occasions.told().stream().filter(Occasion::whileOpen).map(Occasion::itemId)).distinct().toList());
        // What was told of them before they vanished counts no longer, and whoever was to be told just now is told once.
        Stream<Occasion> again = back.entrySet().stream().filter(e -> open.containsKey(e.getKey()))
                .map(e -> Occasions.again(e.getValue(), e.getKey(), Set.of()));
        List<Occasion> still = Stream.concat(occasions.told().stream().filter(o -> !o.kind().equals(MessageKind.TODO.name()) || !back.containsKey(o.itemId())), again)
                .filter(o -> o.whileOpen() ? open.containsKey(o.itemId()) : !occasions.closed().containsKey(o.itemId()))
                .map(o -> o.people().contains(Occasions.AUDIENCE) ? o.at(open.get(o.itemId()).nodeId()) : o).toList();
        List<NoticeRow> rows = new ArrayList<>(takenBack(tenant, occasions, now));
        rows.addAll(new Batch(tenant, still, open, now).rows());
        notices.insert(rows);
        List<NoticeRow> due = rows.stream().filter(r -> r.state.equals(NoticeState.WAITING.name()) && !r.dueAt.isAfter(now)).toList();
        return due.isEmpty() ? () -> { } : () -> queue.put(due);
    }

    // ---- what is gone ----

    private List<NoticeRow> takenBack(String tenant, Occasions occasions, Instant now) {
        Set<Long> items = new LinkedHashSet<>(occasions.closed().keySet());
        items.addAll(occasions.claimed().keySet());
        occasions.hidden().forEach(i -> items.addAll(notices.itemsOf(tenant, i)));
        if (items.isEmpty()) {
            return List.of();
        }
        List<NoticeRow> gone = notices.standing(tenant, occasions.instances(), items).stream().filter(r -> occasions.closed().containsKey(r.itemId)
                || occasions.hidden().contains(r.instanceId) || !r.person.equals(occasions.claimed().get(r.itemId))).toList();
        Map<NoticeAction, List<NoticeRow>> how = gone.stream().collect(Collectors.groupingBy(
                r -> Boolean.TRUE.equals(occasions.closed().get(r.itemId)) ? NoticeAction.COMPLETE : NoticeAction.DELETE));
        how.forEach((action, some) -> notices.gone(tenant, some.stream().map(r -> r.id).toList(), action));
        return how.entrySet().stream().flatMap(e -> e.getValue().stream().filter(r -> r.state.equals(NoticeState.SENT.name()) && isEntry(r, channels))
                .map(r -> retraction(r, e.getKey(), now))).toList();
    }

    /** Whether a to-do centre has an entry of it that is to be taken back. */
    static boolean isEntry(NoticeRow row, Channels channels) {
        return ENTRIES.contains(row.kind) && channels.find(row.channel).map(MessageChannel::retracts).orElse(false);
    }

    static NoticeRow retraction(NoticeRow of, NoticeAction action, Instant now) {
        NoticeRow row = new NoticeRow();
        row.tenant = of.tenant;
        row.person = of.person;
        row.channel = of.channel;
        row.kind = of.kind;
        row.action = action.name();
        row.instanceId = of.instanceId;
        row.itemId = of.itemId;
        row.occasion = of.occasion;
        row.state = NoticeState.WAITING.name();
        row.subject = of.subject;
        row.body = "";
        row.createdAt = now;
        row.dueAt = now;
        return row;
    }

    // ---- what has come ----

    /** The rows of many occasions, with all that they need read at once. */
    private final class Batch {
        private final String tenant;
        private final Instant now;
        private final Map<Long, Open> open;
        private final Map<Occasion, Set<String>> receivers = new LinkedHashMap<>();
        private final Map<Long, Headline> headlines;
        private final Map<String, Person> persons;
        private final Map<String, Wishes> wishes;
        private final Templates.Book book;

        Batch(String tenant, List<Occasion> occasions, Map<Long, Open> open, Instant now) {
            this.tenant = tenant;
            this.open = open;
            this.now = now;
            headlines = notices.headlines(tenant, occasions.stream().map(Occasion::instanceId).filter(i -> i != 0).collect(Collectors.toSet()));
            occasions.forEach(o -> receivers.put(o, receivers(o)));
            Set<String> all = receivers.values().stream().flatMap(Collection::stream).collect(Collectors.toSet());
            persons = all.isEmpty() ? Map.of() : people.of(tenant, all);
            wishes = all.isEmpty() ? Map.of() : people.wishes(tenant, all);
            book = all.isEmpty() ? null : templates.of(tenant);
        }

        private Set<String> receivers(Occasion occasion) {
            Set<String> meant = new LinkedHashSet<>();
            for (String candidate : occasion.people()) {
                meant.addAll(people.behind(tenant, behind(occasion, candidate)));
            }
            meant.removeAll(occasion.actors());
            Open item = occasion.kind().equals(MessageKind.TODO.name()) ? open.get(occasion.itemId()) : null;
            if (item != null && item.owner() != null) {
                // One of those to whom it was offered has taken it before they were told.
                meant.retainAll(Set.of(item.owner()));
            }
            return meant;
        }

        private List<String> behind(Occasion occasion, String candidate) {
            if (candidate.equals(Occasions.STARTER)) {
                String starter = starter(occasion);
                return starter == null ? List.of() : List.of(starter);
            } else if (candidate.equals(Occasions.AUDIENCE)) {
                Open item = open.get(occasion.itemId());
                return item == null ? List.of() : item.audience();
            }
            return List.of(candidate);
        }

        /** Whoever started it; of what an instance has called he is told nothing. */
        private String starter(Occasion occasion) {
            Headline headline = headlines.get(occasion.instanceId());
            return headline == null || headline.isCalled() || headline.starter() == null ? null : "user:" + headline.starter();
        }

        List<NoticeRow> rows() {
            List<NoticeRow> rows = new ArrayList<>();
            receivers.forEach((occasion, meant) -> {
                Map<String, String> values = meant.isEmpty() ? Map.of() : values(occasion);
                meant.forEach(id -> add(rows, occasion, persons.get(id), values));
            });
            return rows;
        }

        private void add(List<NoticeRow> rows, Occasion occasion, Person person, Map<String, String> general) {
            MessageKind kind = Templates.isKind(occasion.kind()) ? MessageKind.valueOf(occasion.kind()) : MessageKind.TEXT;
            Wishes his = wishes.get(person.id());
            List<String> wanted = occasion.channels() != null ? occasion.channels() : his == null ? channels.usual() : his.channels(kind, channels.usual());
            Map<String, String> values = new HashMap<>(general);
            values.put("person.name", person.name());
            for (String channel : new LinkedHashSet<>(wanted)) {
                if (channels.has(channel)) {
                    rows.add(row(occasion, person, channel, kind, his, values));
                }
            }
        }

        private NoticeRow row(Occasion occasion, Person person, String channel, MessageKind kind, Wishes his, Map<String, String> values) {
            Templates.Template template = book.template(occasion.kind(), channel, person.locale(), Templates.shape(occasion.instanceId() != 0, occasion.nodeId() != null));
            NoticeRow row = new NoticeRow();
            row.tenant = tenant;
            row.person = person.id();
            row.channel = channel;
            row.kind = kind.name();
            row.action = NoticeAction.CREATE.name();
            row.instanceId = occasion.instanceId();
            row.itemId = occasion.itemId();
            row.occasion = occasion.number();
            Map<String, String> told = new HashMap<>(values);
            told.computeIfPresent("actor.name", (k, name) -> name.equals(Member.ENGINE.name()) ? Messages.text(person.locale(), "notice.system") : name);
            told.computeIfPresent("state", (k, state) -> Messages.text(person.locale(), "notice.state." + state));
            row.subject = Words.cut(Templates.subject(template, told), LONGEST_SUBJECT);
            row.body = Templates.body(template, channel, told);
            row.createdAt = now;
            boolean site = channel.equals(Channels.SITE);
            row.state = (site ? NoticeState.SENT : NoticeState.WAITING).name();
            row.sentAt = site ? now : null;
            if (his != null && !site) {
                his.schedule(row, kind, now);
            } else if (!site) {
                row.dueAt = now;
            }
            return row;
        }

        private Map<String, String> values(Occasion occasion) {
            Map<String, String> values = new HashMap<>();
            occasion.data().forEach((name, value) -> values.put(OWN_PLACES.contains(name) ? name : "data." + name, value));
            values.put("actor.name", people.name(tenant, values.remove("actor")));
            values.put("text", occasion.text());
            values.put("link", link.isEmpty() ? "" : link + where(occasion));
            Headline headline = headlines.get(occasion.instanceId());
            if (headline != null) {
                var definition = definitions.get(tenant, headline.definitionId());
                values.put("def.name", definition.row().name);
                values.put("instance.title", headline.title());
                values.put("instance.id", Long.toString(occasion.instanceId()));
                values.put("node.name", occasion.nodeId() == null ? "" : definition.process().label(occasion.nodeId()));
            }
            if (occasion.itemId() != 0) {
                values.put("item.id", Long.toString(occasion.itemId()));
            }
            return values;
        }
    }

    static String where(Occasion occasion) {
        boolean item = occasion.whileOpen() && occasion.itemId() != 0;
        return item ? "/#/items/" + occasion.itemId() : occasion.instanceId() != 0 ? "/#/instances/" + occasion.instanceId() : "/";
    }
}
