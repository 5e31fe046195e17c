package wf.org.source;

import java.util.List;

/** A builder that has remarks of its own on what it loaded. */
public interface Remarking {

    List<Remark> remarks();
}
