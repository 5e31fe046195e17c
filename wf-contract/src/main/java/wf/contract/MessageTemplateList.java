package wf.contract;

import java.io.Serializable;
import java.util.ArrayList;
import java.util.List;

/**
 * Templates, and what they may name.
 */
public class MessageTemplateList implements Serializable {
    private static final long serialVersionUID = 1L;

    /** The tenant's own, and the built-in ones for every kind. */
    public List<MessageTemplate> templates = new ArrayList<>();

    /** The places that a text may have, besides {@code data.…}. */
    public List<String> places = new ArrayList<>();

    /** The channels that there are. */
    public List<String> channels = new ArrayList<>();
}
