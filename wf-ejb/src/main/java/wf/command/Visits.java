package wf.command;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.List;
import wf.contract.NodeVisit;
import wf.store.DefinitionStore;
import wf.store.Journal;

/** The visits of nodes so far, read off the journal: for drawing the progress of an instance. */
@Singleton
public class Visits {

    private final Journal journal;
    private final DefinitionStore definitions;
    private final Views views;

    @Inject
    public Visits(Journal journal, DefinitionStore definitions, Views views) {
        this.journal = journal;
        this.definitions = definitions;
        this.views = views;
    }

    public List<NodeVisit> of(String tenant, long instanceId) {
        VisitPath path = new VisitPath(views);
        journal.read(tenant, instanceId).forEach(r -> path.add(journal.body(r).events(),
                definitions.get(tenant, r.definitionId).process()));
        return path.visits();
    }
}
