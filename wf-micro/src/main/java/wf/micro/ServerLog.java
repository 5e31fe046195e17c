package wf.micro;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The server's log file, read again and again while it starts. */
final class ServerLog {
    private static final int LONGEST_QUOTE = 400;
    private static final Pattern DEPLOYMENT = Pattern.compile("Exception while \\w+ the app\\b.* : ");

    private final Path file;

    /** A new log; the one before stays beside it. */
    ServerLog(Path directory) throws IOException {
        Files.createDirectories(directory);
        file = directory.resolve("server.log");
        if (Files.exists(file)) {
            Files.move(file, directory.resolve("server.log.1"), StandardCopyOption.REPLACE_EXISTING);
        }
    }

    Path file() {
        return file;
    }

    boolean mentions(String text) {
        return lines().stream().anyMatch(line -> line.contains(text));
    }

    boolean deploymentFailed() {
        return lines().stream().anyMatch(DEPLOYMENT.asPredicate());
    }

    /** The head of what the server says about the deployment, or else of its first severe record; and the first root cause. */
    String firstError() {
        List<List<String>> severe = records().stream().filter(record -> record.get(0).contains(" SEVERE ")).toList();
        Optional<List<String>> head = severe.stream().filter(record -> DEPLOYMENT.matcher(record.get(0)).find()).findFirst()
                .or(() -> severe.stream().findFirst());
        Optional<String> rootCause = records().stream()
                .flatMap(record -> record.stream().filter(line -> line.startsWith("Caused by: ")).reduce((a, b) -> b).stream())
                .findFirst();
        return Stream.concat(head.stream().flatMap(record -> record.stream().filter(line -> !line.startsWith("\t") && !line.startsWith("Caused by: ")).limit(4)),
                        rootCause.stream())
                .map(line -> "\n  " + (line.length() > LONGEST_QUOTE ? line.substring(0, LONGEST_QUOTE) + "…" : line))
                .collect(Collectors.joining());
    }

    /** Each a first line with a date, and the lines that belong to it. */
    private List<List<String>> records() {
        List<List<String>> records = new ArrayList<>();
        for (String line : lines()) {
            if (records.isEmpty() || line.matches("\\d{4}-\\d\\d-\\d\\d .*")) {
                records.add(new ArrayList<>());
            }
            records.get(records.size() - 1).add(line);
        }
        return records;
    }

    private List<String> lines() {
        try {
            return Files.exists(file) ? new String(Files.readAllBytes(file), StandardCharsets.UTF_8).lines().toList() : List.of();
        } catch (IOException e) {
            return List.of();
        }
    }
}
