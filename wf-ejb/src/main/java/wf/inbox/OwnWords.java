package wf.inbox;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import jakarta.persistence.EntityManager;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import wf.access.Caller;
import wf.command.Inputs;
import wf.command.Views;
import wf.contract.ErrorCode;
import wf.contract.MessageKind;
import wf.contract.NoticeReply;
import wf.contract.Property;
import wf.contract.SendNoticeRequest;
import wf.notice.Channels;
import wf.notice.People;
import wf.notice.Templates;
import wf.refusal.Messages;
import wf.refusal.Refused;
import wf.runtime.Directories;
import wf.setting.Setting;
import wf.setting.Settings;
import wf.standing.OwnWrites;
import wf.standing.OwnWrites.Decided;
import wf.store.NoticeStore;
import wf.store.Outbox;
import wf.store.Telling;

/**
 * U23 发送待办待阅之外的消息: a message in one's own words, or in a template's. Administrators send them, and programs that act for one; so
 * many an hour and no more, each receiver counted. It goes the way of all messages, and so not before the commit.
 */
@Singleton
public class OwnWords {

    /** Names that a message has of itself. */
    private static final Set<String> RESERVED = Set.of("actor", "state", "subject", "over");

    private static final int MOST_GROUPS = 200;
    private static final int LONGEST_SUBJECT = 300;
    private static final int LONGEST_TEXT = 4_000;
    private static final int MOST_VALUES = 50;
    private final Outbox outbox;
    private final NoticeStore notices;
    private final People people;
    private final Channels channels;
    private final OwnWrites writes;
    private final Directories directories;
    private final Views views;
    private final EntityManager em;
    private final int hourly;

    @Inject
    public OwnWords(Outbox outbox, NoticeStore notices, People people, Channels channels, OwnWrites writes, Directories directories, Views views,
            EntityManager em, Settings settings) {
        this.outbox = outbox;
        this.notices = notices;
        this.people = people;
        this.channels = channels;
        this.writes = writes;
        this.directories = directories;
        this.views = views;
        this.em = em;
        this.hourly = settings.number(Setting.NOTIFY_SENDER_HOURLY);
    }

    public NoticeReply send(Caller caller, SendNoticeRequest request) {
        writes.mustAdminister(caller);
        return writes.once(caller, "sendNotice", "notice", request, NoticeReply.class, opId -> {
            check(caller, request);
            Set<String> receivers = people.behind(caller.tenant(), request.to);
            receivers.remove(caller.person());
            if (receivers.isEmpty()) {
                throw Refused.because(ErrorCode.NO_PARTICIPANT, Messages.text(caller.locale(), "reject.UNKNOWN_PEOPLE", String.join(", ", request.to)));
            }
            NoticeReply reply = Pages.reply(opId, request);
            reply.changed = receivers.size();
            receivers.forEach(p -> reply.told.add(views.person(directories.of(caller.tenant()), p)));
            return new Decided<>(reply, () -> store(caller, request, receivers.size()));
        });
    }

    private void check(Caller caller, SendNoticeRequest request) {
        Inputs.require(request.to != null && !request.to.isEmpty() && request.to.size() <= MOST_GROUPS && request.to.stream().noneMatch(Objects::isNull), caller.locale(), "GIVEN", "to");
        Inputs.require(request.template != null || request.subject != null && !request.subject.isBlank(), caller.locale(), "GIVEN", "subject");
        Inputs.require(request.subject == null || request.subject.length() <= LONGEST_SUBJECT, caller.locale(), "TEXT_TOO_LONG", "subject", LONGEST_SUBJECT);
        Inputs.require(request.text == null || request.text.length() <= LONGEST_TEXT, caller.locale(), "TEXT_TOO_LONG", "text", LONGEST_TEXT);
        for (String channel : request.channels == null ? List.<String>of() : request.channels) {
            Inputs.require(channel != null && channels.names().contains(channel), caller.locale(), "CHANNEL", String.valueOf(channel), channels.names().toString());
        }
        if (request.template != null) {
            Inputs.require(!Templates.isKind(request.template) && isThere(caller, request.template), caller.locale(), "TEMPLATE_MISSING", request.template);
        }
        List<Property> data = request.data == null ? List.of() : request.data;
        Inputs.require(data.size() <= MOST_VALUES, caller.locale(), "TOO_MANY_VARIABLES", MOST_VALUES);
        data.stream().filter(Objects::nonNull).forEach(p -> {
            Inputs.require(p.name != null && !RESERVED.contains(p.name), caller.locale(), "DATA_NAME", String.valueOf(p.name));
            Inputs.require(p.value == null || p.value.indexOf('\0') < 0, caller.locale(), "DATA_NAME", p.name);
        });
    }

    private boolean isThere(Caller caller, String template) {
        return !em.createQuery("select t.kind from TemplateRow t where t.tenant = :tenant and t.kind = :kind", String.class).setParameter("tenant", caller.tenant())
                .setParameter("kind", template).setMaxResults(1).getResultList().isEmpty();
    }

    private void store(Caller caller, SendNoticeRequest request, int receivers) {
        if (!notices.mayGo(caller.tenant(), caller.person(), receivers, hourly, writes.now())) {
            throw Refused.because(ErrorCode.QUOTA, Messages.text(caller.locale(), "reject.MESSAGES_AN_HOUR", hourly));
        }
        Map<String, String> data = new HashMap<>();
        for (Property property : request.data == null ? List.<Property>of() : request.data) {
            if (property != null && property.name != null && property.value != null) {
                data.put(property.name, property.value);
            }
        }
        data.put("subject", request.subject == null ? "" : request.subject);
        List<String> over = request.channels == null || request.channels.isEmpty() ? null : new ArrayList<>(request.channels);
        outbox.tell(caller.tenant(), new Telling(null, request.template == null ? MessageKind.TEXT.name() : request.template, null, null, null, request.to,
                caller.person(), request.text, data, over), writes.now());
    }
}
