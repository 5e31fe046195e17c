package wf.notice;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import jakarta.persistence.EntityManager;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;
import wf.contract.MessageKind;
import wf.refusal.Messages;

/**
 * The words of messages, and titles of messages that others send (U25): a tenant's own, for a channel or for all, else the built-in
 * ones. Both are texts with the same places in them.
 */
@Singleton
public class Templates {

    /** Stands for every channel that has no words of its own. */
    public static final String EVERY_CHANNEL = "*";
    /** The places that every text may have, besides {@code data.…}. */
    public static final List<String> PLACES = List.of("def.name", "instance.title", "instance.id", "node.name", "item.id", "actor.name", "person.name",
            "subject", "text", "state", "link");
    private static final int LONGEST_SUBJECT = 300;
    private static final int LONGEST_BODY = 7_900;
    private static final Object[] TITLE_PLACES = {"${def.name}", "${instance.title}", "${node.name}", "${subject}", "${actor.name}", "${state}"};
    private static final Object[] BODY_PLACES = {"${person.name}", "${actor.name}", "${def.name}", "${instance.title}", "${node.name}", "${text}", "${link}", "${state}"};
    private final EntityManager em;

    @Inject
    public Templates(EntityManager em) {
        this.em = em;
    }

    /** Subject and body as they stand, with their places. */
    public record Template(String subject, String body) { }

    /** The words of one tenant, read once for many messages. */
    public final class Book {
        private final Map<TemplateKey, TemplateRow> own = new HashMap<>();
        private final String tenant;

        private Book(String tenant, List<TemplateRow> rows) {
            this.tenant = tenant;
            rows.forEach(r -> own.put(new TemplateKey(tenant, r.kind, r.channel, r.locale), r));
        }

        /** @param shape {@link #shape} of what it is about */
        public Template template(String kind, String channel, Locale locale, String shape) {
            return own(kind, channel, locale).or(() -> own(kind, EVERY_CHANNEL, locale)).orElseGet(() -> builtIn(kind, locale, shape));
        }

        private Optional<Template> own(String kind, String channel, Locale locale) {
            return Optional.ofNullable(own.get(new TemplateKey(tenant, kind, channel, locale.getLanguage()))).map(r -> new Template(r.subject, r.body));
        }
    }

    public Book of(String tenant) {
        return new Book(tenant, em.createQuery("select t from TemplateRow t where t.tenant = :tenant order by t.kind, t.channel, t.locale", TemplateRow.class)
                .setParameter("tenant", tenant).getResultList());
    }

    /** How a message about this is shaped: of a step, of an instance as a whole, or of neither. */
    public static String shape(boolean instance, boolean node) {
        return node ? "" : instance ? ".instance" : ".alone";
    }

    public static Template builtIn(String kind, Locale locale, String shape) {
        String known = isKind(kind) ? kind : MessageKind.TEXT.name();
        return new Template(Messages.text(locale, key("title.", known, shape), TITLE_PLACES), Messages.text(locale, key("notice.", known, shape), BODY_PLACES));
    }

    private static String key(String family, String kind, String shape) {
        return Messages.has(family + kind + shape) ? family + kind + shape : family + kind;
    }

    public static boolean isKind(String kind) {
        for (MessageKind known : MessageKind.values()) {
            if (known.name().equals(kind)) {
                return true;
            }
        }
        return false;
    }

    /** Places of a text that nothing fills. */
    public static Set<String> unknown(String text) {
        Set<String> places = Words.places(text);
        places.removeIf(p -> PLACES.contains(p) || p.startsWith("data."));
        return places;
    }

    public static String subject(Template template, Map<String, String> values) {
        return Words.cut(Words.line(Words.filled(template.subject(), values, UnaryOperator.identity())), LONGEST_SUBJECT);
    }

    /** In a mail it is HTML, in which values mean nothing; elsewhere it is plain text. */
    public static String body(Template template, String channel, Map<String, String> values) {
        boolean html = channel.equals(MailChannel.NAME);
        String body = Words.filled(template.body(), values, html ? Words::html : UnaryOperator.identity()).strip();
        return Words.cut(html && !template.body().contains("<") ? body.replace("\n", "<br>\n") : body, LONGEST_BODY);
    }
}
