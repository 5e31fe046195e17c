package wf.handbook;

import java.util.Locale;
import java.util.stream.Stream;
import wf.contract.ErrorCode;
import wf.refusal.Messages;

/**
 * One way in which something is refused.
 *
 * @param about what the sentence names first, where the code says so: mostly a field of the request; else null
 */
record Refusal(ErrorCode code, String key, String about) {

    /** Stands for what is known only when it happens. */
    private static final String LATER = "…";

    String sentence(Locale language) {
        String first = about == null ? LATER : "`" + about + "`";
        return Messages.text(language, "reject." + key, Stream.concat(Stream.of(first), Stream.generate(() -> LATER).limit(4)).toArray());
    }
}
