package wf.client;

import java.io.Serializable;

/**
 * Who calls, and in which language he is answered. It stands before the arguments of every operation, because not every
 * server lets its remote callers sign on; where it names nobody, the identity that the container knows counts, if the
 * product is told to trust it ({@code wf.ejb.principal}). The id of an operation and the person for whom a deputy acts stand in
 * its request, as on every face.
 */
public class CallContext implements Serializable {
    private static final long serialVersionUID = 1L;

    /** The login name, {@code login} or {@code tenant/login}; null for a program with a key. */
    public String loginName;

    /** The password that belongs to it. */
    public String password;

    /** The key of a service account; null for a person with a password. */
    public String serviceKey;

    /** With a key: the id of the person for whom the program acts. */
    public String person;

    /** The languages wanted for messages, as in HTTP's {@code Accept-Language}: {@code zh}, {@code en}; null is English. */
    public String language;

    /** A person with his password. */
    public static CallContext ofPerson(String loginName, String password) {
        CallContext context = new CallContext();
        context.loginName = loginName;
        context.password = password;
        return context;
    }

    /** A program with its key, for a person. */
    public static CallContext ofService(String serviceKey, String person) {
        CallContext context = new CallContext();
        context.serviceKey = serviceKey;
        context.person = person;
        return context;
    }

    /** Whoever has signed on to the container. */
    public static CallContext ofContainer() {
        return new CallContext();
    }

    /** The same who reads another language. */
    public CallContext reading(String other) {
        language = other;
        return this;
    }

    /** Never the password or the key, wherever this ends up. */
    @Override
    public String toString() {
        return serviceKey != null ? "a program for " + person : loginName != null ? loginName : "the container's caller";
    }
}
