package wf.contract;

import java.io.Serializable;
import java.util.ArrayList;
import java.util.List;

/**
 * How people were found by the sources of the model.
 */
public class ParticipantSearch implements Serializable {
    private static final long serialVersionUID = 1L;

    /** As what they were sought. */
    public ParticipantRole role;

    /** Node; null where it is about the process. */
    public String nodeId;

    /** Name of the node. */
    public String nodeName;

    /** What each source said, in the order of the model. */
    public List<ParticipantSource> sources = new ArrayList<>();

    /** The people whom that came to; empty where candidates stay as they were found. */
    public List<Person> chosen = new ArrayList<>();
}
