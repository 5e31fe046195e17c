package wf.store.ddl;

import java.time.LocalDateTime;

/** What a column holds when an insert does not name it. */
sealed interface Initial {

    record Number(String digits) implements Initial { }

    record Text(String text) implements Initial { }

    record Truth(boolean value) implements Initial { }

    /** Of UTC. */
    record Moment(LocalDateTime at) implements Initial { }

    /** The next number of a sequence. */
    record Next(String sequence) implements Initial { }
}
