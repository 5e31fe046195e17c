package wf.contract;

import java.io.Serializable;

/**
 * Signs a person on by password; the answer sets the session cookie.
 */
public class LoginRequest implements Serializable {
    private static final long serialVersionUID = 1L;

    /** Login name; required. */
    public String loginName;

    /** Password; required. */
    public String password;

    /** A new password to take its place at once, such as after PASSWORD_EXPIRED; null keeps it. */
    public String newPassword;
}
