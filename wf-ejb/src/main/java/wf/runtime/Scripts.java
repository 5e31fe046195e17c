package wf.runtime;

import java.util.Optional;
import wf.rule.Script;

/** Scripts that are stored beside the models (F27). */
public interface Scripts {

    /** For engines that have none. */
    Scripts NONE = (name, version) -> Optional.empty();

    /** @param version null for the newest */
    Optional<Script> find(String name, Integer version);
}
