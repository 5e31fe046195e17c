package wf.inbox;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import jakarta.persistence.EntityManager;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import wf.access.Caller;
import wf.command.Inputs;
import wf.contract.MessageKind;
import wf.contract.MessageTemplate;
import wf.contract.MessageTemplateList;
import wf.contract.NoticeReply;
import wf.contract.TemplateRequest;
import wf.notice.Channels;
import wf.notice.TemplateKey;
import wf.notice.TemplateRow;
import wf.notice.Templates;
import wf.notice.Templates.Template;
import wf.standing.OwnWrites;
import wf.standing.OwnWrites.Decided;

/** A tenant's own words. A preview fills them with examples, so that an administrator sees what people would. */
@Singleton
public class TemplateCommands {

    private static final Pattern NAME = Pattern.compile("[a-z][a-z0-9-]{0,19}");
    private static final int LONGEST_SUBJECT = 300;
    private static final int LONGEST_BODY = 4_000;
    private final EntityManager em;
    private final Channels channels;
    private final OwnWrites writes;

    @Inject
    public TemplateCommands(EntityManager em, Channels channels, OwnWrites writes) {
        this.em = em;
        this.channels = channels;
        this.writes = writes;
    }

    public MessageTemplateList list(Caller caller) {
        writes.mustAdminister(caller);
        MessageTemplateList list = new MessageTemplateList();
        list.places.addAll(Templates.PLACES);
        list.channels.addAll(channels.names());
        em.createQuery("select t from TemplateRow t where t.tenant = :tenant order by t.kind, t.channel, t.locale", TemplateRow.class)
                .setParameter("tenant", caller.tenant()).getResultList().forEach(r -> list.templates.add(info(r.kind, r.channel, r.locale, r.subject, r.body, true)));
        for (MessageKind kind : MessageKind.values()) {
            for (String locale : List.of("zh", "en")) {
                Template built = Templates.builtIn(kind.name(), Locale.forLanguageTag(locale), shape(kind.name()));
                list.templates.add(info(kind.name(), Templates.EVERY_CHANNEL, locale, built.subject(), built.body(), false));
            }
        }
        return list;
    }

    /** The usual one of a kind: what is handed over and one's own words are about no instance, an end about one as a whole. */
    private static String shape(String kind) {
        boolean alone = kind.equals(MessageKind.HANDOVER.name()) || kind.equals(MessageKind.TEXT.name()) || !Templates.isKind(kind);
        return Templates.shape(!alone, !alone && !kind.equals(MessageKind.ENDED.name()));
    }

    private static MessageTemplate info(String kind, String channel, String locale, String subject, String body, boolean own) {
        MessageTemplate info = new MessageTemplate();
        info.kind = kind;
        info.channel = channel;
        info.locale = locale;
        info.subject = subject;
        info.body = body;
        info.own = own;
        return info;
    }

    public NoticeReply put(Caller caller, TemplateRequest request) {
        writes.mustAdminister(caller);
        return writes.once(caller, "putTemplate", "template", request, NoticeReply.class, opId -> {
            MessageTemplate wanted = checked(caller, request.template, true);
            NoticeReply reply = Pages.reply(opId, request);
            reply.template = request.preview ? example(wanted) : wanted;
            return new Decided<>(reply, () -> store(caller, wanted));
        });
    }

    public NoticeReply reset(Caller caller, TemplateRequest request) {
        writes.mustAdminister(caller);
        return writes.once(caller, "resetTemplate", "template", request, NoticeReply.class, opId -> {
            MessageTemplate wanted = checked(caller, request.template, false);
            NoticeReply reply = Pages.reply(opId, request);
            if (Templates.isKind(wanted.kind)) {
                Template built = Templates.builtIn(wanted.kind, Locale.forLanguageTag(wanted.locale), shape(wanted.kind));
                reply.template = info(wanted.kind, wanted.channel, wanted.locale, built.subject(), built.body(), false);
            }
            return new Decided<>(reply, () -> reply.changed = delete(caller, wanted));
        });
    }

    private MessageTemplate checked(Caller caller, MessageTemplate template, boolean words) {
        Inputs.require(template != null && template.kind != null, caller.locale(), "GIVEN", "template");
        Inputs.texts(template, caller.locale());
        Inputs.require(Templates.isKind(template.kind) || NAME.matcher(template.kind).matches(), caller.locale(), "TEMPLATE_KIND", template.kind);
        Inputs.require(template.locale != null && template.locale.matches("zh|en"), caller.locale(), "LANGUAGE");
        String channel = template.channel == null || template.channel.isBlank() ? Templates.EVERY_CHANNEL : template.channel.strip();
        Inputs.require(channel.equals(Templates.EVERY_CHANNEL) || channels.names().contains(channel), caller.locale(), "CHANNEL", channel, channels.names().toString());
        if (words) {
            text(caller, "subject", template.subject, LONGEST_SUBJECT);
            text(caller, "body", template.body, LONGEST_BODY);
        }
        return info(template.kind, channel, template.locale, template.subject, template.body, true);
    }

    private static void text(Caller caller, String field, String text, int longest) {
        Inputs.require(text != null && !text.isBlank(), caller.locale(), "GIVEN", field);
        Inputs.require(text.length() <= longest, caller.locale(), "TEXT_TOO_LONG", field, longest);
        Set<String> unknown = Templates.unknown(text);
        Inputs.require(unknown.isEmpty(), caller.locale(), "TEMPLATE_PLACE", String.join(", ", unknown), String.join(", ", Templates.PLACES));
    }

    /** As somebody would get it: each place shows its name. */
    private static MessageTemplate example(MessageTemplate wanted) {
        Map<String, String> values = new HashMap<>();
        Templates.PLACES.forEach(p -> values.put(p, "<" + p + ">"));
        Template template = new Template(wanted.subject, wanted.body);
        return info(wanted.kind, wanted.channel, wanted.locale, Templates.subject(template, values), Templates.body(template, wanted.channel, values), true);
    }

    private void store(Caller caller, MessageTemplate wanted) {
        delete(caller, wanted);
        TemplateRow row = new TemplateRow();
        row.tenant = caller.tenant();
        row.kind = wanted.kind;
        row.channel = wanted.channel;
        row.locale = wanted.locale;
        row.subject = wanted.subject;
        row.body = wanted.body;
        em.persist(row);
    }

    private int delete(Caller caller, MessageTemplate wanted) {
        TemplateKey key = new TemplateKey(caller.tenant(), wanted.kind, wanted.channel, wanted.locale);
        return em.createQuery("delete from TemplateRow t where t.tenant = :tenant and t.kind = :kind and t.channel = :channel and t.locale = :locale")
                .setParameter("tenant", key.tenant).setParameter("kind", key.kind).setParameter("channel", key.channel).setParameter("locale", key.locale).executeUpdate();
    }
}
