package wf.contract;

import java.io.Serializable;

/**
 * An attribute, condition or setting of an element before and after.
 */
public class SettingChange implements Serializable {
    private static final long serialVersionUID = 1L;

    /** Its name in the file: {@code name}, {@code wf:assignee}, {@code conditionExpression}, {@code wf:field[days]/access}. */
    public String name;

    /** What it said, empty where it just stood there; null when it was missing. */
    public String before;

    /** What it says, empty where it just stands there; null when it is missing. */
    public String after;
}
