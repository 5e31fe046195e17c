package wf.spi;

/** Who sends a request, as a {@link LoginFilterAdapter} has found out; or where he has to sign on first. */
public final class LoginClaim {
    private final String tenant;
    private final String loginName;
    private final boolean ambient;
    private final String address;

    private LoginClaim(String tenant, String loginName, boolean ambient, String address) {
        this.tenant = tenant;
        this.loginName = loginName;
        this.ambient = ambient;
        this.address = address;
    }

    /**
     * Somebody whom his browser makes known without his doing, as a proxy does: what writes then needs the header that no
     * foreign site can send.
     *
     * @param tenant null for the default one
     */
    public static LoginClaim ambient(String tenant, String loginName) {
        return new LoginClaim(tenant, loginName, true, null);
    }

    /**
     * Somebody who shows what he has been given, with this request.
     *
     * @param tenant null for the default one
     */
    public static LoginClaim shown(String tenant, String loginName) {
        return new LoginClaim(tenant, loginName, false, null);
    }

    /** He has to sign on at this address first; at the entry his browser is sent there. */
    public static LoginClaim elsewhere(String address) {
        return new LoginClaim(null, null, false, address);
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
}
