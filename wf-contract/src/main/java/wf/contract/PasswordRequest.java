package wf.contract;

import java.io.Serializable;

/**
 * Changes the caller's own password.
 */
public class PasswordRequest implements Serializable {
    private static final long serialVersionUID = 1L;

    /** The password until now; required. */
    public String oldPassword;

    /** The new one; required. */
    public String newPassword;
}
