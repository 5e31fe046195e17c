package wf.command;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import wf.operation.Start;
import wf.runtime.Directories;
import wf.runtime.Directory;
import wf.runtime.Member;
import wf.store.DefinitionRow;
import wf.store.DefinitionStore;

/**
 * Whether somebody may start instances of a definition (I6), asked where nobody is about to: what a schedule starts in his name he
 * could start by hand, when it is put down as well as each time it begins.
 */
@Singleton
public class Starting {

    private final DefinitionStore definitions;
    private final Directories directories;
    private final Locations locations;

    @Inject
    public Starting(DefinitionStore definitions, Directories directories, Locations locations) {
        this.definitions = definitions;
        this.directories = directories;
        this.locations = locations;
    }

    public boolean mayStart(Member person, DefinitionRow definition) {
        Directory directory = directories.of(definition.tenant);
        Member there = person.at(() -> locations.ofNew(definition.tenant, definition, person.id()));
        return Start.mayCreate(definitions.process(definition), there, directory).isEmpty();
    }
}
