package peerbench;

/** Work that is handed in without waiting for what comes of it, which the other engines do not have. */
interface Tickets {

    void accept(String item) throws Exception;
}
