package wf.contract;

import java.io.Serializable;
import java.util.ArrayList;
import java.util.List;

/**
 * Something that a role can let its holders administer (§10.2).
 */
public class RightInfo implements Serializable {
    private static final long serialVersionUID = 1L;

    /** Code, as in {@code definition.write}. */
    public String code;

    /** Name in the caller's language. */
    public String name;

    /** {@code SYSTEM}, {@code SECURITY} or {@code AUDIT}, of which nobody has two where they are separated; or {@code PROCESS}. */
    public String duty;

    /** Whether it counts where a grant is limited to a department or category; else only in a grant without limits. */
    public boolean limitable;

    /** Administrative operations that ask for it. */
    public List<String> operations = new ArrayList<>();
}
