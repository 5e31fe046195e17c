package wf.contract;

import java.io.Serializable;
import java.util.ArrayList;
import java.util.List;

/**
 * Definitions or their versions.
 */
public class DefinitionList implements Serializable {
    private static final long serialVersionUID = 1L;

    /** Newest version first. */
    public List<DefinitionInfo> definitions = new ArrayList<>();
}
