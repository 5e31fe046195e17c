package peerbench;

import java.time.Instant;
import java.util.Map;
import javax.sql.DataSource;

/** What the drain of timers asks of an engine. Beginning and handing in are the calls that a client of it makes. */
public interface Clockwork extends AutoCloseable {

    /** Makes the tables and deploys {@link Models}; nobody fires timers yet. */
    void open(DataSource source, Map<String, String> options) throws Exception;

    /** Name, version and what was set, as far as it bears on jobs. */
    String describe();

    /** An instance that waits for this moment. */
    void startTimed(Instant due) throws Exception;

    /** An instance with open work; answers how that is named in {@link #submit}. */
    String startDesk() throws Exception;

    void submit(String item) throws Exception;

    /** On how many nodes of this engine timers can be fired here. */
    default int mostNodes() {
        return 1;
    }

    /** From now on so many nodes fire what is due. */
    void begin(int nodes) throws Exception;

    void end() throws Exception;

    /** Timers that have not fired. */
    long left() throws Exception;

    /**
     * What has come of timers so far.
     *
     * @param effects how often an instance went on because of one
     * @param instances how many did
     */
    record Fired(long effects, long instances) { }

    Fired fired() throws Exception;

    /** The statements by which jobs are looked for and claimed, as a regular expression; null where those that carry them out look the same. */
    default String claims() {
        return null;
    }

    /** More about the drain that is just over, such as which node did what. */
    default String more() {
        return "";
    }
}
