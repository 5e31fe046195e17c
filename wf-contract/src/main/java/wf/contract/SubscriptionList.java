package wf.contract;

import java.io.Serializable;
import java.util.ArrayList;
import java.util.List;

/**
 * What an instance waits for beyond the hands of people.
 */
public class SubscriptionList implements Serializable {
    private static final long serialVersionUID = 1L;

    /** In the order in which it began to wait. */
    public List<SubscriptionInfo> subscriptions = new ArrayList<>();
}
