package wf.micro.fuzz;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;

/** Reads what the server's log says while it is being tried: nobody's request may bring an error or a stack trace into it. */
final class LogWatch {
    private static final DateTimeFormatter AT = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss.SSS");

    private final Path file;
    private long read;

    /** @param at milliseconds since 1970 */
    record Entry(long at, String text) { }

    LogWatch(Path file) {
        this.file = file;
        read = file.toFile().length();
    }

    /** Errors and stack traces since it was asked last. */
    List<Entry> errors() throws IOException {
        List<List<String>> records = new ArrayList<>();
        for (String line : more().split("\n")) {
            if (records.isEmpty() || line.matches("\\d{4}-\\d\\d-\\d\\d \\d\\d:.*")) {
                records.add(new ArrayList<>());
            }
            records.get(records.size() - 1).add(line);
        }
        return records.stream().filter(LogWatch::isError).filter(record -> !isOfServer(record)).map(LogWatch::entry).toList();
    }

    /** The server under the product refuses what is no address, as it should, and says so aloud; the product never sees it. */
    private static boolean isOfServer(List<String> record) {
        return record.size() > 2 && record.get(2).contains("org.glassfish.grizzly.http.util.URLDecoder");
    }

    private static boolean isError(List<String> record) {
        return record.get(0).matches("\\S+ \\S+ SEVERE .*") || record.stream().anyMatch(line -> line.startsWith("\tat "));
    }

    private static Entry entry(List<String> record) {
        long at = record.get(0).matches("\\d{4}-.*") ? LocalDateTime.parse(record.get(0).substring(0, 23), AT).atZone(ZoneId.systemDefault()).toInstant().toEpochMilli() : 0;
        List<String> told = new ArrayList<>(record.subList(0, Math.min(6, record.size())));
        record.stream().skip(6).filter(line -> line.startsWith("Caused by: ") || line.startsWith("\tat wf.")).limit(12).forEach(told::add);
        return new Entry(at, String.join("\n", told.stream().map(line -> line.length() > 500 ? line.substring(0, 500) + "…" : line).toList()));
    }

    private String more() throws IOException {
        try (RandomAccessFile log = new RandomAccessFile(file.toFile(), "r")) {
            byte[] bytes = new byte[(int) (log.length() - read)];
            log.seek(read);
            log.readFully(bytes);
            read += bytes.length;
            return new String(bytes, StandardCharsets.UTF_8);
        }
    }
}
