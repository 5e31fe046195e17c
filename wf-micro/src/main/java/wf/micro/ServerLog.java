package wf.micro;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;

/** The server's log file, read again and again while it starts. */
final class ServerLog {
    private static final int LONGEST_QUOTE = 400;

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

    /** The first severe record and, where it brought a stack trace, the cause at its bottom. */
    String firstError() {
        List<String> quote = new ArrayList<>();
        for (String line : lines()) {
            boolean record = line.matches("\\d{4}-\\d\\d-\\d\\d .*");
            if (record && quote.isEmpty() && line.contains(" SEVERE ")) {
                quote.add(line);
            } else if (record && !quote.isEmpty()) {
                break;
            } else if (!quote.isEmpty() && line.startsWith("Caused by: ")) {
                quote.subList(1, quote.size()).clear();
                quote.add(line);
            }
        }
        if (quote.isEmpty()) {
            lines().stream().filter(line -> line.contains("Exception") || line.contains("Error")).findFirst().ifPresent(quote::add);
        }
        StringBuilder text = new StringBuilder();
        for (String line : quote) {
            text.append("\n  ").append(line.length() > LONGEST_QUOTE ? line.substring(0, LONGEST_QUOTE) + "…" : line);
        }
        return text.toString();
    }

    private List<String> lines() {
        try {
            return Files.exists(file) ? new String(Files.readAllBytes(file), StandardCharsets.UTF_8).lines().toList() : List.of();
        } catch (IOException e) {
            return List.of();
        }
    }
}
