package wf.contract;

/**
 * U1: offers the open work of somebody, or what is selected of it, to another, who takes it or does not. Up to then nothing moves.
 */
public class HandoverRequest extends WorkSelection {
    private static final long serialVersionUID = 1L;

    /** Whose work; null for the caller. Only administrators name another, who need not be there any more. */
    public String from;

    /** Who is to get it; required. */
    public String to;

    /** What he is told, and what the journal keeps of each item that moves; at most 4000 characters, or null. */
    public String note;

    /** Whether the receiver, once he takes any of it, may do as well what the giver may as starter or reader of instances that have not ended. */
    public boolean includeRoles;
}
