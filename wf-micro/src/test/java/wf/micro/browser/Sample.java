package wf.micro.browser;

/** The sample people and processes on which the browser tests count. */
final class Sample {
    static final String STARTER = "zhao";
    static final String HEAD = "li";
    static final String ADMIN = "admin";

    /** Of every sample person. */
    static final String PASSWORD = System.getProperty("wf.sample.password", "wf-demo-1");

    /** The leave request: its starter fills it in, the head of his department approves it at {@link #REVIEW}. */
    static final String LEAVE = "leave";
    static final String REVIEW = "review";
    static final String DAYS = "days";
    static final String REASON = "reason";

    private Sample() {
    }
}
