package wf.contract;

import java.util.List;

/**
 * Says what an identity may do and how much it weighs, or adds one of the tenant's own. What is not sent stays as it is; one of
 * its own begins with no operations and a form to read.
 */
public class PutIdentityRequest extends DefinitionRequest {
    private static final long serialVersionUID = 1L;

    /** Name in Chinese; needed for one of the tenant's own. */
    public String nameZh;

    /** Name in English; needed for one of the tenant's own. */
    public String nameEn;

    /** From 1 to 9999, the higher, the weightier, each for one identity only; needed for one of the tenant's own. */
    public Integer priority;

    /** All operations that it grants from now on; a single blank one grants none. */
    public List<String> operations;

    /** How the form is shown. */
    public FormMode mode;

    /** All rules by which people hold it from now on; a single empty one takes them away. */
    public List<IdentityHolders> holders;
}
