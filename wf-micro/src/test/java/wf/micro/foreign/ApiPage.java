package wf.micro.foreign;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** A page of docs/api: its examples, and what it says comes of each. */
record ApiPage(String name, String text) {
    private static final Path FOLDER = Path.of("../docs/api");
    private static final Pattern EXAMPLE = Pattern.compile("```(sh|java)\\n(.*?)```\\n\\n(?:The answer holds|It prints) `([^`]+)`", Pattern.DOTALL);
    private static final Pattern CLIENT = Pattern.compile("```java\\n(.*?)```", Pattern.DOTALL);

    record Example(String language, String lines, String outcome) { }

    static List<ApiPage> all() throws IOException {
        try (Stream<Path> files = Files.list(FOLDER)) {
            return files.map(file -> file.getFileName().toString()).filter(name -> name.endsWith(".md") && !name.equals("README.md")).sorted()
                    .map(ApiPage::read).toList();
        }
    }

    /** The class through which the examples in Java call, as the first page shows it. */
    static String client() {
        return CLIENT.matcher(read("README.md").text).results().findFirst().orElseThrow().group(1);
    }

    List<Example> examples() {
        return EXAMPLE.matcher(text).results().map(found -> new Example(found.group(1), found.group(2), found.group(3))).toList();
    }

    Example java() {
        return examples().stream().filter(example -> example.language().equals("java")).findFirst().orElseThrow();
    }

    String program() {
        return name.substring(0, 1).toUpperCase(Locale.ROOT) + name.substring(1) + "Example";
    }

    private static ApiPage read(String file) {
        try {
            return new ApiPage(file.replace(".md", ""), Files.readString(FOLDER.resolve(file)));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
