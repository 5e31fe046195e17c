package wf.micro.fuzz;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import wf.face.Json;

/** Says what is wrong with an answer, whatever was asked. */
final class Judge {
    /** In milliseconds. */
    static final long SLOW = 10_000;

    /** What lies inside and is nobody's business. */
    private static final Pattern INSIDE = Pattern.compile("\\tat |\\(\\w+\\.java:\\d+\\)|\\w+(Exception|Error)\\b(?!_)|\\b(org\\.(apache|eclipse|h2|glassfish|w3c|xml)|com\\.(sun|fasterxml|ctc|ibm)|fish\\.payara|jakarta\\.|javax\\.|java\\."
            + "(lang|util|io|time|sql))|\\bwf\\.[a-z]+\\.[A-Z]\\w+|\\bSQL\\b|(?i:\\bselect\\b.{1,80}\\bfrom wf_)|\\bwf_[a-z]+|\\bWF_[A-Z]\\w+|root:x:0|\\{0\\}|\\bnull\\b(?!\")");
    private static final Pattern SENTENCE = Pattern.compile("(?s)\\s*(\\S+ ){2,}.*[.:;)].*|.*\\p{IsHan}.*[。：；）].*");
    private static final Set<String> MISUNDERSTOOD = Set.of("", "INVALID_INPUT", "UNAUTHENTICATED", "TOO_LARGE", "TOO_MANY", "UNAVAILABLE");
    private static final Pattern CODE = Pattern.compile("<(?:\\w+:)?code>(\\w+)</");
    private static final Pattern MESSAGE = Pattern.compile("(?s)<(?:\\w+:)?message>(.*?)</");

    private Judge() { }

    /** Empty where all is well. */
    static Optional<String> complaint(Shot shot, Answer answer) {
        if (answer.status() == 0) {
            return Optional.of("no answer");
        } else if (answer.isDone()) {
            return answer.body().contains("root:x:0") || answer.body().contains(".java:") ? Optional.of("tells of the inside") : Optional.empty();
        } else if (isBusy(answer)) {
            return answer.header("retry-after").isEmpty() ? Optional.of("busy, and does not say until when") : Optional.empty();
        } else if (shot.isNoHttp() && answer.status() < 500 && answer.body().isEmpty()) {
            return Optional.empty();
        } else if (shot.method().equals("HEAD")) {
            return answer.status() >= 500 ? Optional.of("status " + answer.status()) : Optional.empty();
        }
        return shot.door().isSoap() && isEnvelope(answer) ? fault(shot, answer) : problem(shot, answer);
    }

    /** What is stopped or has had too much: whoever asks is to come back later. SOAP says so in its fault. */
    static boolean isBusy(Answer answer) {
        return answer.status() == 429 || answer.status() == 503 || answer.status() == 500 && Set.of("UNAVAILABLE", "TOO_MANY").contains(code(answer));
    }

    static boolean isSlow(Answer answer) {
        return answer.millis() > SLOW;
    }

    private static boolean isEnvelope(Answer answer) {
        return answer.header("content-type").contains("xml");
    }

    private static Optional<String> problem(Shot shot, Answer answer) {
        if (answer.status() >= 500 || answer.status() < 400) {
            return Optional.of("status " + answer.status());
        } else if (!answer.header("content-type").startsWith("application/problem+json")) {
            return Optional.of(answer.status() + " without a problem");
        }
        try {
            JsonNode problem = Json.MAPPER.readTree(answer.body());
            if (problem.path("status").asInt() != answer.status()) {
                return Optional.of("another status in the problem");
            }
            return words(shot, problem.path("code").asText(), problem.path("detail").asText(), answer);
        } catch (JsonProcessingException e) {
            return Optional.of("a problem that is no JSON");
        }
    }

    /** SOAP 1.1 knows 500 alone for a fault, whoever is to blame for it; but what is no call of SOAP gets 404 or 405, and a client of HTTP Basic looks at 401. */
    private static Optional<String> fault(Shot shot, Answer answer) {
        if (!Set.of(500, 401, 404, 405).contains(answer.status())) {
            return Optional.of("a fault with status " + answer.status());
        } else if (!answer.body().contains("Fault>") || !answer.body().contains(":Client<")) {
            return Optional.of("no fault of the client");
        }
        Matcher message = MESSAGE.matcher(answer.body());
        return words(shot, code(answer), message.find() ? message.group(1) : "", answer);
    }

    private static Optional<String> words(Shot shot, String code, String sentence, Answer answer) {
        if (code.isEmpty()) {
            return Optional.of("no code");
        } else if (!SENTENCE.matcher(sentence).matches()) {
            return Optional.of("no sentence");
        }
        Matcher inside = INSIDE.matcher(answer.body());
        while (inside.find()) {
            // What the caller has said himself, he may be told again.
            if (!shot.text().contains(inside.group())) {
                return Optional.of("tells of the inside: " + inside.group());
            }
        }
        return Optional.empty();
    }

    /** The code of a refusal, or nothing. */
    static String code(Answer answer) {
        if (isEnvelope(answer)) {
            Matcher code = CODE.matcher(answer.body());
            return code.find() ? code.group(1) : "";
        }
        try {
            return answer.isDone() || answer.body().isEmpty() ? "" : Json.MAPPER.readTree(answer.body()).path("code").asText();
        } catch (JsonProcessingException e) {
            return "";
        }
    }

    static boolean isRefused(Answer answer) {
        return !answer.isDone() && answer.status() != 0 && !isBusy(answer);
    }

    /** Whether the operation was reached: it was done, or refused for what it would do and not for how it was asked. */
    static boolean isUnderstood(Answer answer) {
        return answer.isDone() || !MISUNDERSTOOD.contains(code(answer));
    }
}
