package wf.contract;

import java.io.Serializable;

/**
 * D1: stores a BPMN 2.0 file as new definition versions.
 */
public class DeployRequest implements Serializable {
    private static final long serialVersionUID = 1L;

    /** The client's idempotency key; null lets the server make one. */
    public String opId;

    /** Path of the category in which all versions are listed from now on, created if it is missing; null for where they are. */
    public String category;

    /** True checks only; nothing is stored. */
    public boolean preview;

    /** The BPMN 2.0 XML file, at most 5 MB, in any encoding that its XML declaration names. */
    public byte[] source;
}
