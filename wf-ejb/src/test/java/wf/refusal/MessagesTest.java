package wf.refusal;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.ResourceBundle;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import wf.operation.Operations;

class MessagesTest {

    private static final Pattern REJECTION = Pattern.compile("(?:Rejection\\.of\\(|unless\\([^;]*?)ErrorCode\\.\\w+,\\s*\"(\\w+)\"|"
            + "(?:require\\([^;]*?|refused\\()locale(?:\\(\\))?,\\s*\"([A-Z_]+)\"", Pattern.DOTALL);
    private static final Pattern FINDING = Pattern.compile("(?:\\.error\\(|\\.warning\\(|errorAt\\([^;]*?|refuse\\(reader, )\"([A-Z_]+)\"", Pattern.DOTALL);
    private static final Pattern TOLD = Pattern.compile("\\.(?:error|warning)\\(\"([A-Z_]+)\"");
    private static final Pattern PLACE = Pattern.compile("\\{(\\d+)");
    private static final Pattern PLAIN = Pattern.compile("Messages\\.text\\([^;]*?\"((?:reject|access|finding)\\.\\w+)\"", Pattern.DOTALL);

    @Test
    void everyRefusalAndFindingHasItsTextInBothLanguages() {
        Set<String> named = new TreeSet<>();
        sources().forEach(source -> {
            collect(REJECTION, source, "reject.", named);
            collect(FINDING, source, "finding.", named);
            collect(PLAIN, source, "", named);
        });
        Operations.builtIn().all().forEach(o -> named.add("operation." + o.name()));
        assertThat(named).hasSizeGreaterThan(80);
        assertThat(keys("")).containsAll(named);
        assertThat(keys("_zh")).isEqualTo(keys(""));
    }

    @Test
    void whatIsNotThereIsADash() {
        assertThat(Messages.text(Locale.ENGLISH, "required", (Object) null)).isEqualTo("The field – is missing; give it a value.");
        assertThat(Messages.text(Locale.CHINESE, "required", (Object) null)).contains("–").doesNotContain("null");
    }

    /** Whatever is given fewer words than its sentence has places for shows a bare number in braces. */
    @Test
    void everyPlaceOfASentenceIsFilled() {
        List<String> unfilled = new ArrayList<>();
        sources().forEach(source -> {
            places(REJECTION, source, "reject.", 0, unfilled);
            places(TOLD, source, "finding.", 1, unfilled);
            places(PLAIN, source, "", 0, unfilled);
        });
        assertThat(unfilled).isEmpty();
    }

    /** @param others arguments between the key and the first word */
    private static void places(Pattern pattern, String source, String prefix, int others, List<String> unfilled) {
        Matcher matcher = pattern.matcher(source);
        while (matcher.find()) {
            String key = prefix + (matcher.group(1) != null || matcher.groupCount() == 1 ? matcher.group(1) : matcher.group(2));
            int given = arguments(source, matcher.end()) - others;
            for (String language : List.of("", "_zh")) {
                String text = keys(language).contains(key) ? bundle(language).getString(key) : "";
                if (PLACE.matcher(text).results().anyMatch(p -> Integer.parseInt(p.group(1)) >= given)) {
                    unfilled.add(key + language);
                }
            }
        }
    }

    /** How many arguments follow in the call. */
    private static int arguments(String source, int from) {
        int depth = 0;
        int found = 0;
        boolean quoted = false;
        for (int i = from; depth >= 0; i++) {
            char c = source.charAt(i);
            if (c == '\\') {
                i++;
            } else if (c == '"') {
                quoted = !quoted;
            } else if (!quoted) {
                depth += c == '(' ? 1 : c == ')' ? -1 : 0;
                found += c == ',' && depth == 0 ? 1 : 0;
            }
        }
        return found;
    }

    @Test
    void noSentenceIsLeftOver() {
        String all = sources().collect(Collectors.joining());
        assertThat(keys("")).filteredOn(k -> k.matches("(reject|finding|incident|skipped|access)\\..*"))
                .allMatch(k -> all.contains("\"" + k + "\"") || all.contains("\"" + k.substring(k.indexOf('.') + 1) + "\""));
    }

    /** Of two sentences of one key only the last would ever be read. */
    @Test
    void noKeyStandsTwice() {
        for (String language : List.of("", "_zh")) {
            assertThat(read(Path.of("src/main/resources/wf/messages" + language + ".properties")).lines().filter(l -> l.matches("[\\w.]+=.*"))
                    .map(l -> l.substring(0, l.indexOf('=')))).doesNotHaveDuplicates();
        }
    }

    @Test
    void aSentenceIsFilledInTheCallersLanguage() {
        assertThat(Messages.text(Locale.ENGLISH, "reject.NO_DRAFT", "Leave")).isEqualTo(
                "Leave cannot be kept as a draft, since its first step is not the starter's own. Start it without draft.");
        assertThat(Messages.text(Locale.CHINESE, "operation.returnTo")).isEqualTo("任意退回");
        assertThat(Messages.text(Locale.FRENCH, "operation.submit")).isEqualTo("Submit");
    }

    @Test
    void chineseSentencesHaveChinesePunctuation() {
        ResourceBundle chinese = ResourceBundle.getBundle("wf.messages_zh", Locale.ROOT,
                ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES));
        Pattern foreign = Pattern.compile("[\\u4e00-\\u9fff”}][,:;]|[,:;][\\u4e00-\\u9fff“{]");
        assertThat(keys("_zh")).noneMatch(key -> foreign.matcher(chinese.getString(key)).find());
    }

    private static void collect(Pattern pattern, String source, String prefix, Set<String> keys) {
        Matcher matcher = pattern.matcher(source);
        while (matcher.find()) {
            for (int group = 1; group <= matcher.groupCount(); group++) {
                if (matcher.group(group) != null) {
                    keys.add(prefix + matcher.group(group));
                }
            }
        }
    }

    private static Set<String> keys(String language) {
        return new TreeSet<>(bundle(language).keySet());
    }

    private static ResourceBundle bundle(String language) {
        return ResourceBundle.getBundle("wf.messages" + language, Locale.ROOT,
                ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES));
    }

    private static Stream<String> sources() {
        try (Stream<Path> files = Files.walk(Path.of("src/main/java"))) {
            return files.filter(f -> f.toString().endsWith(".java")).map(MessagesTest::read).toList().stream();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
