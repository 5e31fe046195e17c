package wf.contract;

import java.util.List;

/**
 * Says what the holders of a role of the tenant's own may, or adds one. What is not sent stays as it is.
 */
public class PutRoleRequest extends AccessRequest {
    private static final long serialVersionUID = 1L;

    /** Name in Chinese; needed for a new one. */
    public String nameZh;

    /** Name in English; needed for a new one. */
    public String nameEn;

    /** Codes of all rights that it has from now on; a single blank one takes all away. */
    public List<String> rights;
}
