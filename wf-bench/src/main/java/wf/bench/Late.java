package wf.bench;

import java.util.Locale;
import java.util.Map;
import wf.command.Accepting;
import wf.command.Attempts;
import wf.contract.SubmitRequest;

/** A program that hands work in and does not wait for what comes of it; items are named as by {@link Client}. */
public final class Late {

    private final Attempts attempts;
    private final Accepting accepting;

    public Late(Attempts attempts, Accepting accepting) {
        this.attempts = attempts;
        this.accepting = accepting;
    }

    public void handIn(String item, Map<String, Object> variables) {
        int colon = item.indexOf(':');
        SubmitRequest request = Client.filled(new SubmitRequest(), variables);
        request.async = true;
        attempts.of(Locale.ENGLISH, () -> accepting.accept(Client.caller(item.substring(colon + 1)), Long.parseLong(item.substring(0, colon)), request));
    }
}
