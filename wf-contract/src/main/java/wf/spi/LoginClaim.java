package wf.spi;

import java.time.Instant;

/** Who sends a request, as a {@link LoginFilterAdapter} has found out; or where he has to sign on first. */
public final class LoginClaim {
    private final String tenant;
    private final String loginName;
    private final boolean ambient;
    private final String address;
    private final String remembered;
    private String target;
    private Instant until;
    private String signOff;

    private LoginClaim(String tenant, String loginName, boolean ambient, String address, String remembered) {
        this.tenant = tenant;
        this.loginName = loginName;
        this.ambient = ambient;
        this.address = address;
        this.remembered = remembered;
    }

    /**
     * Somebody whom his browser makes known without his doing, as a proxy does: what writes then needs the header that no
     * foreign site can send.
     *
     * @param tenant null for the default one
     */
    public static LoginClaim ambient(String tenant, String loginName) {
        return new LoginClaim(tenant, loginName, true, null, null);
    }

    /**
     * Somebody who shows what he has been given, with this request.
     *
     * @param tenant null for the default one
     */
    public static LoginClaim shown(String tenant, String loginName) {
        return new LoginClaim(tenant, loginName, false, null, null);
    }

    /** He has to sign on at this address first; at the entry his browser is sent there. */
    public static LoginClaim elsewhere(String address) {
        return elsewhere(address, null);
    }

    /**
     * The same, and when he comes back his browser has to bring what is to be remembered: so nobody is let in by what was
     * given to another browser.
     *
     * @param remembered at most 2,000 characters; {@link LoginCall#remembered} has it again
     */
    public static LoginClaim elsewhere(String address, String remembered) {
        return new LoginClaim(null, null, false, address, remembered);
    }

    /** The page that he asked for at first, where the request does not name it any more. */
    public LoginClaim to(String page) {
        target = page;
        return this;
    }

    /** When what he shows is over: a session that it opens does not outlive it. */
    public LoginClaim until(Instant end) {
        until = end;
        return this;
    }

    /**
     * What {@link LoginFilterAdapter#signOff} is asked with when he signs off. At most 5,900 bytes, longer ones are not kept; it is
     * stored sealed.
     */
    public LoginClaim signingOffWith(String hint) {
        signOff = hint;
        return this;
    }

    public String tenant() {
        return tenant;
    }

    public String loginName() {
        return loginName;
    }

    public boolean isAmbient() {
        return ambient;
    }

    public String address() {
        return address;
    }

    public String remembered() {
        return remembered;
    }

    public String target() {
        return target;
    }

    public Instant until() {
        return until;
    }

    public String signOff() {
        return signOff;
    }
}
