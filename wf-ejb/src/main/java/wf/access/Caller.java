package wf.access;

import java.util.Locale;
import java.util.Objects;

/**
 * Who calls, from where, and in which language the answer is read. Only sign-on makes one.
 *
 * @param tenant   the tenant's id
 * @param person   the person's id
 * @param channel  UI, REST, SOAP, JMS, EJB or ENGINE
 * @param clientIp the address the call came from
 * @param locale   the language for messages
 * @param service  the service account that acts for him, or let him in; null where he signed on himself
 * @param session  the session that he calls in, as lists of sessions name it; null without one
 */
public record Caller(String tenant, String person, String channel, String clientIp, Locale locale, Service service, String session) {

    private static final String ENGINE = "ENGINE";

    /** Insists on a tenant and a person. */
    public Caller {
        Objects.requireNonNull(tenant, "tenant");
        Objects.requireNonNull(person, "person");
    }

    /** A person who signed on himself, without a session. */
    public Caller(String tenant, String person, String channel, String clientIp, Locale locale) {
        this(tenant, person, channel, clientIp, locale, null, null);
    }

    /** Nobody: what the engine does in a tenant by itself. */
    public static Caller engine(String tenant) {
        return new Caller(tenant, "system", ENGINE, null, Locale.ENGLISH);
    }

    /** The same who reads another language. */
    public Caller reading(Locale other) {
        return new Caller(tenant, person, channel, clientIp, other, service, session);
    }

    /** The engine, for what this one asked for: told in his language, and the record names the service account that he came through. */
    public Caller asEngine() {
        return new Caller(tenant, "system", ENGINE, clientIp, locale, service, null);
    }

    public boolean isEngine() {
        return channel.equals(ENGINE);
    }

    /** Whether the way that he came by leaves him this operation; whether he may is asked later. */
    public boolean mayCall(String operation) {
        return service == null || service.mayCall(operation);
    }

    /** The service account that he came through, for the record; else null. */
    public String via() {
        return service == null ? null : service.account();
    }
}
