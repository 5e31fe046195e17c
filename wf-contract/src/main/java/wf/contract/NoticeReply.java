package wf.contract;

import java.io.Serializable;
import java.util.ArrayList;
import java.util.List;

/**
 * What an operation on messages did, or in a preview would do.
 */
public class NoticeReply implements Serializable {
    private static final long serialVersionUID = 1L;

    /** Operation id, the client's or one made by the server. */
    public String opId;

    /** True when nothing was stored. */
    public boolean preview;

    /** How many messages it concerns. */
    public int changed;

    /** How one wants to be told, where it is about that. */
    public MessageWishes wishes;

    /** The words, where it is about them; in a preview of words as they look. */
    public MessageTemplate template;

    /** Who is told. */
    public List<Person> told = new ArrayList<>();

    /** The message that is sent again. */
    public LetterInfo letter;
}
