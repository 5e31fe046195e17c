package wf.bpmn.check;

import java.util.HashSet;
import java.util.Set;

/**
 * What the readers of a process asked of its elements, by kinds of elements: what is read at one task may stand at all of
 * them. {@link Unread} compares the file with it, so that no list of names has to be kept beside the readers.
 */
public final class Readings {

    private final Set<String> asked = new HashSet<>();

    public void attribute(String element, String name) {
        asked.add(element + "@" + name);
    }

    /** @param owner the element below which, or below whose {@code extensionElements}, it was looked for */
    public void child(String owner, String name) {
        asked.add(owner + ">" + name);
    }

    boolean hasAttribute(String element, String name) {
        return asked.contains(element + "@" + name);
    }

    boolean hasChild(String owner, String name) {
        return asked.contains(owner + ">" + name);
    }
}
