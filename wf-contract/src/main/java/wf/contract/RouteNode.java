package wf.contract;

import java.io.Serializable;
import java.util.ArrayList;
import java.util.List;

/**
 * F24: a node to which the work would come.
 */
public class RouteNode implements Serializable {
    private static final long serialVersionUID = 1L;

    /** Node. */
    public String nodeId;

    /** Name of the node. */
    public String nodeName;

    /** Its BPMN element, {@code userTask}. */
    public String type;

    /** How those who handle it are found. */
    public ParticipantMode mode;

    /** Who they would be. */
    public List<Person> participants = new ArrayList<>();

    /** To whom it would be offered: {@code user:li}, {@code group:finance}, {@code dept:rd}, {@code post:clerk}. */
    public List<String> candidates = new ArrayList<>();

    /** Why it would be passed over, in the caller's language; else null. */
    public String reason;
}
