package wf.spi;

/** What a {@link LoginFilterAdapter} sees of a request. */
public interface LoginCall {

    /** A header; null where there is none, or more than one. */
    String header(String name);

    /** A parameter of the address; null where there is none. */
    String parameter(String name);

    /** Whether it comes from a proxy that is listed in {@code wf.proxies}: only then a header is more than a client's word. */
    boolean isFromProxy();

    /** The page to which a browser is to come in, where this is the entry {@code /api/v1/enter}; else null. */
    String target();

    /** Whether it is the entry, where a browser comes in, with or without a page that it names. */
    default boolean isEntry() {
        return target() != null;
    }

    /** What a {@link LoginClaim#elsewhere(String, String) claim} had this browser remember, a few minutes ago at most; else null. */
    default String remembered() {
        return null;
    }
}
