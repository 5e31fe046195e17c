package wf.contract;

/**
 * Says how one wants to be told.
 */
public class WishesRequest extends ArrangementRequest {
    private static final long serialVersionUID = 1L;

    /** All of them; they take the place of those said before. */
    public MessageWishes wishes;
}
