package wf.contract;

import java.io.Serializable;
import java.util.ArrayList;
import java.util.List;

/**
 * U4: whom whoever hands work on may choose for a node. Nothing was done.
 */
public class ParticipantSelection implements Serializable {
    private static final long serialVersionUID = 1L;

    /** Item that would be submitted. */
    public long workItemId;

    /** Node. */
    public String nodeId;

    /** Name of the node. */
    public String nodeName;

    /** What there is to choose. */
    public ParticipantSelectMode mode;

    /** How many have to be chosen at least; 0 where nobody need be. */
    public int min;

    /** How many may be chosen; 0 where nobody can be, null for any number. */
    public Integer max;

    /** Among whom, or to whom it is offered; the first 200. Empty where it is anybody. */
    public List<Person> candidates = new ArrayList<>();

    /** How many candidates there are. */
    public int size;

    /** The same as the model has it: {@code user:li}, {@code group:finance}, {@code dept:rd}, {@code post:clerk}. */
    public List<String> range = new ArrayList<>();

    /** Who is proposed; where nothing is chosen, who gets it. */
    public List<Person> defaults = new ArrayList<>();

    /** Why nobody can say more before the work is submitted, RULE_ERROR among others; else null. */
    public ErrorCode code;

    /** The same as a sentence in the caller's language. */
    public String reason;
}
