package wf.definition;

/** How openly the value of a field is shown (§11.1). */
public enum Sensitivity {
    /** To everybody who may read the instance. */
    OPEN,
    /** In full only to whoever fills it in; all others see its last characters. */
    MASKED,
    /** The same, and stored under a key of the instance, without which it is lost. */
    ENCRYPTED
}
