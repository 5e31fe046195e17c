package wf.contract;

import java.io.Serializable;

/**
 * The words of one kind of message, on one channel, in one language.
 */
public class MessageTemplate implements Serializable {
    private static final long serialVersionUID = 1L;

    /** A {@link MessageKind}, or a name of the tenant's own: small letters, digits and hyphens, at most 20. */
    public String kind;

    /** Which channel; {@code *} or null for all that have no words of their own. */
    public String channel;

    /** {@code zh} or {@code en}. */
    public String locale;

    /** The title, in one line, with places such as {@code ${instance.title}}. */
    public String subject;

    /** The text, with places; HTML in mails. */
    public String body;

    /** Whether they are the tenant's own, and not the built-in ones. */
    public boolean own;
}
