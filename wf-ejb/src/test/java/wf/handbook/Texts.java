package wf.handbook;

import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import wf.refusal.Messages;

/** Both languages side by side, and tables of the document. */
final class Texts {

    private Texts() { }

    static String zh(String key) {
        return Messages.text(Locale.CHINESE, key);
    }

    static String en(String key) {
        return Messages.text(Locale.ENGLISH, key);
    }

    static String row(Object... cells) {
        return Stream.of(cells).map(c -> c.toString().replace("|", "\\|")).collect(Collectors.joining(" | ", "| ", " |\n"));
    }

    static String head(String... cells) {
        return row((Object[]) cells) + "|" + "---|".repeat(cells.length) + "\n";
    }

    static String code(Collection<String> names) {
        return names.stream().map(n -> "`" + n + "`").collect(Collectors.joining(", "));
    }

    /** @param when what stands in the first column of each row */
    static String rows(String when, List<Refusal> refusals) {
        return refusals.stream().map(r -> row(when, "`" + r.code() + "`", r.sentence(Locale.CHINESE), r.sentence(Locale.ENGLISH))).collect(Collectors.joining());
    }
}
