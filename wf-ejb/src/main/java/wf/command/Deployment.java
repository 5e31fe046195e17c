package wf.command;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import wf.store.DefinitionRow;

/**
 * A file on its way into the database.
 *
 * @param rows the versions that it becomes
 * @param category where they shall stand from now on, with all their earlier versions; empty when nobody said
 */
record Deployment(byte[] source, long sourceId, List<DefinitionRow> rows, Optional<CategoryPath> category) {

    Deployment(byte[] source, long sourceId, Optional<CategoryPath> category) {
        this(source, sourceId, new ArrayList<>(), category);
    }
}
