package wf.contract;

import java.util.List;

/**
 * Says as whom a service account may act and with what, or adds one. What is not sent stays as it is; a new one may do nothing.
 */
public class PutServiceAccountRequest extends AccessRequest {
    private static final long serialVersionUID = 1L;

    /** What people call it; needed for a new one. */
    public String name;

    /** Whether it counts at all; with false its keys open nothing, and whom it let in has to leave. */
    public Boolean enabled;

    /**
     * All as whom it may act from now on: {@code user:zhao}, {@code group:finance}, {@code dept:rd}, {@code post:clerk}, or
     * {@code *} for everybody. Administrators only where they are named by {@code user:}. A single blank one is nobody.
     */
    public List<String> persons;

    /**
     * All that it may do for them from now on, by names of operations; {@code *} is everything but {@code issueEntryToken}, which
     * has to be named. A single blank one is nothing. What the person may not do it never may.
     */
    public List<String> operations;
}
