package wf.contract;

import java.io.Serializable;
import java.util.ArrayList;
import java.util.List;

/**
 * What somebody can be to a work item or instance, and what the tenant lets him do then (§1.2).
 */
public class IdentityInfo implements Serializable {
    private static final long serialVersionUID = 1L;

    /** Code, as in {@code MAIN}. */
    public String code;

    /** Name in the caller's language. */
    public String name;

    /** Name in Chinese. */
    public String nameZh;

    /** Name in English. */
    public String nameEn;

    /** The higher, the weightier: by the weightiest that he holds, somebody is shown, and his form. */
    public int priority;

    /** Names of the operations that it grants. */
    public List<String> operations = new ArrayList<>();

    /** How the form is shown. */
    public FormMode mode;

    /** Who holds it by a rule. */
    public List<IdentityHolders> holders = new ArrayList<>();

    /** Whether it comes with the product; else the tenant has added it. */
    public boolean builtIn;

    /** Whether the tenant has said something about it. */
    public boolean changed;
}
