package wf.notice;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.Test;
import wf.contract.MessageKind;
import wf.notice.Templates.Template;

/** Words with places: they say something, and can do nothing else. */
class TemplatesTest {

    @Test
    void valuesAreFilledInOnceAndNeverLookedThrough() {
        Template template = new Template("${instance.title}", "${text} ${unknown} $1 \\${x");
        Map<String, String> values = Map.of("instance.title", "${actor.name} $0", "actor.name", "zhao", "text", "${instance.title}");
        assertThat(Templates.subject(template, values)).isEqualTo("${actor.name} $0");
        assertThat(Templates.body(template, "site", values)).isEqualTo("${instance.title}  $1 \\${x");
    }

    @Test
    void aSubjectIsOneLineWhateverANameHolds() {
        assertThat(Templates.subject(new Template("A ${instance.title}", ""), Map.of("instance.title", "x\r\nBcc: all@example.com\u2028y\u0000"))).isEqualTo("A x Bcc: all@example.com y");
    }

    @Test
    void inAMailValuesAreNoHtmlAndElsewhereTheyAreAsTheyAre() {
        Template template = new Template("", "Dear ${person.name}\n${text}");
        Map<String, String> values = Map.of("person.name", "<b>li</b>", "text", "a & \"b\"");
        assertThat(Templates.body(template, "mail", values)).isEqualTo("Dear &lt;b&gt;li&lt;/b&gt;<br>\na &amp; &quot;b&quot;");
        assertThat(Templates.body(template, "site", values)).isEqualTo("Dear <b>li</b>\na & \"b\"");
        assertThat(Templates.body(new Template("", "<p>${text}</p>\n"), "mail", values)).isEqualTo("<p>a &amp; &quot;b&quot;</p>");
    }

    @Test
    void everyKindHasWordsInBothLanguagesAndShapes() {
        for (MessageKind kind : MessageKind.values()) {
            for (Locale locale : List.of(Locale.CHINESE, Locale.ENGLISH)) {
                for (String shape : List.of("", ".instance", ".alone")) {
                    Template built = Templates.builtIn(kind.name(), locale, shape);
                    assertThat(Templates.unknown(built.subject() + built.body())).as(kind + " " + locale + shape).isEmpty();
                    assertThat(built.subject()).isNotBlank();
                }
            }
        }
        assertThat(Templates.unknown("${instance.title} ${data.x} ${password}")).containsExactly("password");
    }

    @Test
    void aLongTextIsCutBetweenItsCharacters() {
        assertThat(Words.cut("ab\ud83d\ude00cd", 4)).isEqualTo("ab…");
        assertThat(Words.cut("abcd", 4)).isEqualTo("abcd");
    }
}
