package wf.runtime;

import java.util.List;
import wf.contract.ErrorCode;

/**
 * The answer to somebody who asked for what is not allowed: an outcome, not an exception. The key names a text in the
 * message bundle, {@code reject.<key>}, and the arguments fill it.
 */
public record Rejection(ErrorCode code, String key, List<String> arguments) {

    public Rejection {
        arguments = List.copyOf(arguments);
    }

    /** The key and the arguments as one text, from which the sentence can be made in any language. */
    public String asDetail() {
        return "@" + key + String.join("", arguments.stream().map(a -> "\t" + a.replace('\t', ' ')).toList());
    }

    public static Rejection of(ErrorCode code, String key, String... arguments) {
        return new Rejection(code, key, List.of(arguments));
    }
}
