package wf.standing;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import wf.calendar.SpecialDay;

/** Years of public holidays that come with the product; each file says where it is from. */
final class Holidays {

    static final List<String> NAMES = List.of("CN-2026");

    private Holidays() { }

    static Optional<Map<LocalDate, SpecialDay>> of(String name) {
        if (!NAMES.contains(name)) {
            return Optional.empty();
        }
        try (InputStream in = Holidays.class.getResourceAsStream("holidays-" + name + ".json")) {
            Map<LocalDate, SpecialDay> days = new TreeMap<>();
            new ObjectMapper().readTree(in).get("days").forEach(entry -> add(entry, days));
            return Optional.of(days);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void add(JsonNode entry, Map<LocalDate, SpecialDay> days) {
        LocalDate first = LocalDate.parse(entry.get("date").asText());
        LocalDate last = entry.has("until") ? LocalDate.parse(entry.get("until").asText()) : first;
        SpecialDay day = new SpecialDay(entry.path("worked").asBoolean(), entry.get("name").asText(), null);
        first.datesUntil(last.plusDays(1)).forEach(d -> days.put(d, day));
    }
}
