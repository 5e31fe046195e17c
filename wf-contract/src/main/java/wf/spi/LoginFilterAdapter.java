package wf.spi;

import java.util.Optional;

/**
 * Says who sends a request that somebody else has signed on (§10.1, mode 2): a proxy before the product, a portal with tokens
 * of its own. The product has {@code header}, {@code jwt}, {@code cas} and {@code oidc}; a customer's is a CDI bean of this type, named in
 * the setting {@code wf.login.filter}.
 *
 * <p>It is asked with every request that brings neither a key nor a password, in the order of the setting, until one says
 * something. It must be quick, may not wait for others but at the entry, and never takes a client's word for who he is.
 */
public interface LoginFilterAdapter {

    /** How the setting calls it. */
    String name();

    /**
     * Who it is; empty where the request says nothing of this adapter's kind.
     *
     * @throws LoginRefused when it does, and it is wrong; nobody else is asked then
     */
    Optional<LoginClaim> identify(LoginCall call) throws LoginRefused;

    /**
     * Where a browser is sent to sign off there, too.
     *
     * @param hint what {@link LoginClaim#signingOffWith} was given, by this adapter or another
     * @return null for nowhere, as where the hint is not this adapter's
     */
    default String signOff(String hint) {
        return null;
    }
}
