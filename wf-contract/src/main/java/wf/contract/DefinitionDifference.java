package wf.contract;

import java.io.Serializable;
import java.util.ArrayList;
import java.util.List;

/**
 * D5: how two versions differ, found by the ids of their elements.
 */
public class DefinitionDifference implements Serializable {
    private static final long serialVersionUID = 1L;

    /** The version compared from. */
    public DefinitionInfo before;

    /** The version compared to. */
    public DefinitionInfo after;

    /** Added elements first, then removed, changed and moved ones, each in the order of the file; empty when nothing differs. */
    public List<ElementChange> elements = new ArrayList<>();
}
