package wf.contract;

import java.io.Serializable;

/**
 * A person as other people see him.
 */
public class Person implements Serializable {
    private static final long serialVersionUID = 1L;

    /** Login name. */
    public String id;

    /** Name. */
    public String name;
}
