package wf.runtime;

import java.util.List;
import java.util.Optional;

/**
 * Who belongs where, as one decision sees it.
 *
 * <p>The core asks nothing else of the organisation, and the answers come from memory: a decision never waits for a
 * directory server. A candidate is written {@code user:li}, {@code group:finance}, {@code dept:rd} or
 * {@code post:clerk}.
 */
public interface Directory {

    /** The person of this id, if there is one who is enabled. */
    Optional<Member> member(String personId);

    /** The ids of the enabled people whom a candidate stands for, in a stable order; empty if there are none. */
    List<String> membersOf(String candidate);
}
