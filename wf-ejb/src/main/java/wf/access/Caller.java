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
 */
public record Caller(String tenant, String person, String channel, String clientIp, Locale locale) {

    private static final String ENGINE = "ENGINE";

    /** Insists on a tenant and a person. */
    public Caller {
        Objects.requireNonNull(tenant, "tenant");
        Objects.requireNonNull(person, "person");
    }

    /** Nobody: what the engine does in a tenant by itself. */
    public static Caller engine(String tenant) {
        return new Caller(tenant, "system", ENGINE, null, Locale.ENGLISH);
    }

    /** The engine, for what this one asked for: told in his language. */
    public Caller asEngine() {
        return new Caller(tenant, "system", ENGINE, clientIp, locale);
    }

    public boolean isEngine() {
        return channel.equals(ENGINE);
    }
}
