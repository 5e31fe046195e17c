package wf.contract;

import java.io.Serializable;
import java.util.ArrayList;
import java.util.List;

/**
 * A role for functions: what its holders may administer. Work is offered to groups and posts, never to a role.
 */
public class RoleInfo implements Serializable {
    private static final long serialVersionUID = 1L;

    /** Code, as in {@code PROCESS_ADMIN}. */
    public String code;

    /** Name in the caller's language. */
    public String name;

    /** Name in Chinese. */
    public String nameZh;

    /** Name in English. */
    public String nameEn;

    /** Codes of what its holders may. */
    public List<String> rights = new ArrayList<>();

    /** Whether it comes with the product, and cannot be changed. */
    public boolean builtIn;
}
