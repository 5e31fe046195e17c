package wf.ws;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The comments in the sources of the contract, so that the API description tells what every field means. */
final class Javadoc {
    private static final Path SOURCES = Path.of("../wf-contract/src/main/java/wf/contract");
    private static final String COMMENT = "/\\*\\*((?:(?!\\*/).)*)\\*/\\s+";

    private final String source;

    Javadoc(Class<?> type) {
        try {
            Path file = SOURCES.resolve(type.getSimpleName() + ".java");
            source = Files.exists(file) ? Files.readString(file) : "";
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** What stands at the type, or null. */
    String ofType() {
        return find("public (class|enum) ");
    }

    /** What stands at a field, or null. */
    String ofField(String name) {
        return find("public [\\w<>\\[\\]]+ " + name + "\\b");
    }

    private String find(String declaration) {
        Matcher matcher = Pattern.compile(COMMENT + declaration, Pattern.DOTALL).matcher(source);
        return matcher.find() ? plain(matcher.group(1)) : null;
    }

    private static String plain(String comment) {
        return comment.replaceAll("\\s*\\n\\s*\\* ?", " ")
                .replaceAll("\\{@code ([^}]*)}", "$1")
                .replaceAll("\\{@link (?:(\\w+)#)?([^}]*)}", "$2")
                .replaceAll("\\s*\\([^()]*§[^()]*\\)", "")
                .strip();
    }
}
