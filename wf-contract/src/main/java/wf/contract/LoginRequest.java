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
}
