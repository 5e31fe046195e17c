package wf.contract;

import java.io.Serializable;
import java.util.ArrayList;
import java.util.List;

/**
 * Stored scripts or their versions, without their texts.
 */
public class ScriptList implements Serializable {
    private static final long serialVersionUID = 1L;

    /** The newest version of each by name, or the versions of one, the newest first. */
    public List<ScriptInfo> scripts = new ArrayList<>();
}
