package wf.relay;

import java.util.List;

/** Where events are published; a broker outside, as the server has one. */
public interface EventTopic {

    /** Whether events are published at all. */
    boolean isOn();

    /**
     * Publishes all of them in their order, or some and fails; then all of them come again.
     *
     * @throws TopicAway when the broker did not take them
     */
    void publish(List<Published> events) throws TopicAway;
}
