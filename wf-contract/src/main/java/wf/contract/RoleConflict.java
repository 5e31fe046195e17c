package wf.contract;

import java.io.Serializable;
import java.util.ArrayList;
import java.util.List;

/**
 * Somebody who has rights of more than one of the duties that are to be separate (三员分立).
 */
public class RoleConflict implements Serializable {
    private static final long serialVersionUID = 1L;

    /** Who. */
    public Person person;

    /** Which duties: of {@code SYSTEM}, {@code SECURITY} and {@code AUDIT}. */
    public List<String> duties = new ArrayList<>();

    /** Codes of the roles that bring them. */
    public List<String> roles = new ArrayList<>();
}
