package wf.bpmn;

import java.time.Duration;
import java.time.format.DateTimeParseException;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import wf.definition.Findings;
import wf.definition.ModelElement;
import wf.definition.Retries;

/** Reads {@code wf:retries="5"}, and the {@code R5/PT10M} or {@code PT5M,PT30M} of kindred engines. */
final class RetriesReader {

    private final Findings findings;

    RetriesReader(Findings findings) {
        this.findings = findings;
    }

    Retries read(ModelElement element) {
        Optional<String> said = element.extension("retries")
                .or(() -> element.extensions("failedJobRetryTimeCycle").stream().map(ModelElement::text).findFirst());
        return said.map(String::strip).map(text -> retries(element, text)).orElse(Retries.STANDARD);
    }

    private Retries retries(ModelElement element, String text) {
        try {
            return parsed(text);
        } catch (DateTimeParseException | IllegalArgumentException e) {
            findings.error("RETRIES", element.id(), text);
            return Retries.STANDARD;
        }
    }

    private static Retries parsed(String text) {
        if (text.matches("R?[0-9]{1,3}")) {
            return new Retries(times(text), List.of());
        } else if (text.matches("R[0-9]{1,3}/.+")) {
            int slash = text.indexOf('/');
            return new Retries(times(text.substring(0, slash)), List.of(Duration.parse(text.substring(slash + 1))));
        }
        List<Duration> waits = Arrays.stream(text.split(",")).map(String::strip).map(Duration::parse).toList();
        return new Retries(times(String.valueOf(waits.size() + 1)), waits);
    }

    private static int times(String text) {
        int times = Integer.parseInt(text.replace("R", ""));
        if (times < 1 || times > Retries.MAX) {
            throw new IllegalArgumentException(text);
        }
        return times;
    }
}
