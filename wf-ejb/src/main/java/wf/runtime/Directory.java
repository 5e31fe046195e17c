package wf.runtime;

import java.util.List;
import java.util.Optional;

/** What a decision may ask of the organisation: a snapshot in memory, never a call to a directory. */
public interface Directory {

    /** The person, when he is known and enabled. */
    Optional<Member> member(String personId);

    /** Enabled people behind a candidate {@code user:li}, {@code group:finance}, {@code dept:rd} or {@code post:clerk}. */
    List<String> membersOf(String candidate);

    /** How they all hang together. */
    default Hierarchy hierarchy() {
        return Hierarchy.FLAT;
    }
}
