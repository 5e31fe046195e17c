package wf.contract;

import java.io.Serializable;
import java.util.ArrayList;
import java.util.List;

/**
 * Whom one source of a node's participants meant.
 */
public class ParticipantSource implements Serializable {
    private static final long serialVersionUID = 1L;

    /** The source as the model has it. */
    public String source;

    /** Whether it said who is left out. */
    public boolean leftOut;

    /** From whom a relation looked. */
    public List<Person> bases = new ArrayList<>();

    /** Whom it meant: user:, dept:, group: or post: and an id; the first 50. */
    public List<String> candidates = new ArrayList<>();

    /** How many candidates there were. */
    public int size;
}
