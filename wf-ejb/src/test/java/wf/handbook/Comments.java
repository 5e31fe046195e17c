package wf.handbook;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** What the comments in the sources say of classes, their fields and their constants. */
final class Comments {

    private static final String COMMENT = "/\\*\\*((?:(?!\\*/).)*)\\*/\\s+";

    private final String source;

    /** Of a class without a source in the product nothing is said. */
    Comments(Class<?> type) {
        String file = "src/main/java/" + type.getName().replace('.', '/') + ".java";
        source = Stream.of("", "../wf-contract/").map(module -> Path.of(module + file)).filter(Files::exists).findFirst().map(Comments::read).orElse("");
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    Optional<String> ofType() {
        return find("public (?:final )?(?:class|enum|record) ");
    }

    Optional<String> ofField(String name) {
        return find("public [\\w<>\\[\\]]+ " + name + "\\b");
    }

    Optional<String> ofConstant(String name) {
        return find("(?:public static final \\w+ )?" + name + "[,;\\s]");
    }

    private Optional<String> find(String declaration) {
        Matcher matcher = Pattern.compile(COMMENT + declaration, Pattern.DOTALL).matcher(source);
        return matcher.find() ? Optional.of(plain(matcher.group(1))) : Optional.empty();
    }

    private static String plain(String comment) {
        return comment.replaceAll("\\s*\\n\\s*\\* ?", " ").replaceAll("\\{@code ([^}]*)}", "`$1`")
                .replaceAll("\\{@link (?:\\w*#)?([^}]*)}", "`$1`").replaceAll("\\s*\\([^()]*§[^()]*\\)", "").strip();
    }
}
