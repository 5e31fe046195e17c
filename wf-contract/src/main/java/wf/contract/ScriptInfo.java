package wf.contract;

import java.io.Serializable;
import java.util.Date;

/**
 * F27: one version of a stored script. Versions never change.
 */
public class ScriptInfo implements Serializable {
    private static final long serialVersionUID = 1L;

    /** Name by which models and calls name it. */
    public String name;

    /** Version, from 1. */
    public int version;

    /** SHA-256 of its text, hexadecimal, as journals name it. */
    public String hash;

    /** When it was stored. */
    public Date storedAt;

    /** Login name of whoever stored it. */
    public String storedBy;

    /** Its text; null in lists. */
    public String source;
}
