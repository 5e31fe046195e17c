package wf.contract;

import java.io.Serializable;
import java.util.ArrayList;
import java.util.List;

/**
 * The service accounts of a tenant.
 */
public class ServiceAccountList implements Serializable {
    private static final long serialVersionUID = 1L;

    /** The accounts. */
    public List<ServiceAccountInfo> serviceAccounts = new ArrayList<>();
}
