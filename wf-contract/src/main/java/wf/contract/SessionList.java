package wf.contract;

import java.io.Serializable;
import java.util.ArrayList;
import java.util.List;

/**
 * Sessions of a person, the one last used first.
 */
public class SessionList implements Serializable {
    private static final long serialVersionUID = 1L;

    /** The sessions. */
    public List<SessionInfo> sessions = new ArrayList<>();
}
