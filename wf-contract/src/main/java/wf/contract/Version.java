package wf.contract;

import java.io.Serializable;

/**
 * What is running.
 */
public class Version implements Serializable {
    private static final long serialVersionUID = 1L;

    /** Name of the product. */
    public String product;

    /** Version. */
    public String version;

    /** Version of this contract, as in its namespace. */
    public String contract;
}
