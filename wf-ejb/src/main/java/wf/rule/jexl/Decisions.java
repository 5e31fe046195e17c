package wf.rule.jexl;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import wf.rule.Ruling;
import wf.value.Value;

/**
 * What the script of a rule can call to decide something; it only notes what was said. Public for the library's sake alone;
 * {@link AllowList} names its methods.
 */
public final class Decisions extends Functions {

    private static final int MAX_SENTENCE = 500;

    private String rejected;
    private boolean skipped;
    private String redirect;
    private List<String> participants;

    /** What is going on must not be; the script ends here, whatever it catches. */
    public Object reject(String sentence) {
        if (rejected == null) {
            String said = sentence == null || sentence.isBlank() ? "no reason was given" : sentence.strip().replaceAll("\\s+", " ");
            rejected = said.substring(0, Math.min(MAX_SENTENCE, said.length()));
        }
        throw new Thrown("REJECTED", rejected);
    }

    /** Nobody need work here. */
    public Object skip() {
        skipped = true;
        return null;
    }

    /** The token goes to that node instead. */
    public Object redirect(String nodeId) {
        redirect = nodeId;
        return null;
    }

    /** These do the work: names of people, or candidates such as {@code group:finance}; also as a list. */
    public Object participants(Object... names) {
        participants = new ArrayList<>();
        add(Arrays.asList(names));
        return null;
    }

    private void add(Collection<?> names) {
        for (Object name : names) {
            if (name instanceof Collection<?> more) {
                add(more);
            } else if (name instanceof Object[] more) {
                add(Arrays.asList(more));
            } else if (name != null && !name.toString().isBlank()) {
                participants.add(name.toString().strip());
            }
        }
    }

    boolean isRejected() {
        return rejected != null;
    }

    /** @throws IllegalArgumentException when it said two things that exclude each other */
    Ruling with(Map<String, Optional<Value>> variables) {
        if (rejected == null && (skipped ? 1 : 0) + (redirect == null ? 0 : 1) + (participants == null ? 0 : 1) > 1) {
            throw new IllegalArgumentException("it calls more than one of skip, redirect and participants");
        }
        return new Ruling(rejected == null ? variables : Map.of(), rejected, skipped, redirect, participants);
    }
}
