package wf.contract;

/** What has come of work that was handed in to be carried out by and by. */
public enum TicketState {
    /** It waits for its turn, or for the next attempt. */
    WAITING,
    /** It is done. */
    DONE,
    /** It could not be done; the work lies with its handler again. */
    FAILED
}
