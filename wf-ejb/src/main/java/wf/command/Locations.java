package wf.command;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import wf.instance.ProcessInstance;
import wf.org.OrgStore;
import wf.runtime.Whereabouts;
import wf.store.DefinitionRow;
import wf.store.DefinitionStore;

/**
 * Where what somebody may administer stands, as rows say it now. It is asked only about people whose rights are limited, so it
 * costs others nothing.
 */
@Singleton
public class Locations {
    private final OrgStore organisation;
    private final DefinitionStore definitions;

    @Inject
    public Locations(OrgStore organisation, DefinitionStore definitions) {
        this.organisation = organisation;
        this.definitions = definitions;
    }

    /** A person is where his main department is, also when he has left. */
    public Whereabouts ofPerson(String tenant, String person) {
        return Whereabouts.inDepartment(organisation.mainDepartment(tenant, person));
    }

    public static Whereabouts ofDefinition(DefinitionRow row) {
        return Whereabouts.inCategory(path(row.category));
    }

    /** What somebody starts. */
    public Whereabouts ofNew(String tenant, DefinitionRow row, String starter) {
        return new Whereabouts(organisation.mainDepartment(tenant, starter), path(row.category));
    }

    /** An instance is where its starter is, and its definition. */
    public Whereabouts of(String tenant, ProcessInstance instance) {
        String key = definitions.get(tenant, instance.identity().definitionId()).row().defKey;
        return new Whereabouts(instance.starter() == null ? null : organisation.mainDepartment(tenant, instance.starter()),
                path(definitions.category(tenant, key)));
    }

    private static String path(String category) {
        return CategoryPath.stored(category).map(CategoryPath::text).orElse(null);
    }
}
