package wf.contract;

/**
 * Sets words, or asks how they look.
 */
public class TemplateRequest extends ArrangementRequest {
    private static final long serialVersionUID = 1L;

    /** The words. */
    public MessageTemplate template;
}
