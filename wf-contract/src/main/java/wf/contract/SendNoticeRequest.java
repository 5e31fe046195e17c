package wf.contract;

import java.util.ArrayList;
import java.util.List;

/**
 * U23: tells people something in one's own words.
 */
public class SendNoticeRequest extends ArrangementRequest {
    private static final long serialVersionUID = 1L;

    /** To whom: {@code user:li}, {@code group:finance}, {@code dept:rd} or {@code post:clerk}. */
    public List<String> to = new ArrayList<>();

    /** Over which channels; without any, over those that each of them wants. */
    public List<String> channels = new ArrayList<>();

    /** A template of the tenant's own; null for the text as it is. */
    public String template;

    /** The title, at most 300 characters. */
    public String subject;

    /** The text, at most 4000 characters. */
    public String text;

    /** Values for {@code ${data.name}} in the template. */
    public List<Property> data = new ArrayList<>();
}
