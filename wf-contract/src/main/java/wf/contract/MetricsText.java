package wf.contract;

import java.io.Serializable;

/**
 * All measures of a node.
 */
public class MetricsText implements Serializable {
    private static final long serialVersionUID = 1L;

    /** The form of the text. */
    public String mediaType;

    /** The text, in Prometheus' format. */
    public String content;
}
