package wf.command;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Optional;
import wf.access.Caller;
import wf.bpmn.ModelDifference;
import wf.contract.DefinitionDifference;
import wf.contract.DefinitionInfo;
import wf.contract.DefinitionList;
import wf.contract.DefinitionSource;
import wf.contract.ErrorCode;
import wf.refusal.Messages;
import wf.refusal.Refused;
import wf.runtime.Directories;
import wf.runtime.Directory;
import wf.runtime.Member;
import wf.runtime.Right;
import wf.runtime.Starters;
import wf.store.DefinitionRow;
import wf.store.DefinitionStore;

/**
 * D4, D5 and the export of D7: what may be read of the definitions of a tenant. Administrators read those that they administer, others those that
 * they may start, and the one of an instance that they may read.
 */
@Singleton
public class DefinitionReading {

    /** Whoever has one of these needs to know the definitions that it is about. */
    private static final List<Right> READING = List.of(Right.DEFINITION_READ, Right.DEFINITION_WRITE, Right.INSTANCE_MANAGE, Right.INSTANCE_MIGRATE);

    private final DefinitionStore definitions;
    private final DefinitionViews views;
    private final Directories directories;
    private final Reading instances;

    @Inject
    public DefinitionReading(DefinitionStore definitions, DefinitionViews views, Directories directories, Reading instances) {
        this.definitions = definitions;
        this.views = views;
        this.directories = directories;
        this.instances = instances;
    }

    /** The newest version of each definition that the caller may read; with {@code startable} the released ones. */
    public DefinitionList list(Caller caller, boolean startable, String category) {
        Optional<CategoryPath> within = CategoryPath.optional(category, "category", caller.locale());
        return list(definitions.newest(caller.tenant(), startable).stream()
                .filter(d -> within.isEmpty() || Categories.isWithin(d, within.get()))
                .filter(d -> mayRead(caller, d)).toList());
    }

    /** What nobody is to execute is a design, which concerns those who make it. */
    boolean mayRead(Caller caller, DefinitionRow row) {
        Directory directory = directories.of(caller.tenant());
        Optional<Member> member = directory.member(caller.person());
        return member.filter(m -> administers(m, row) || row.executable && new Starters(definitions.process(row), directory).include(m)).isPresent();
    }

    private static boolean administers(Member member, DefinitionRow row) {
        return READING.stream().anyMatch(r -> member.rights().may(r, () -> Locations.ofDefinition(row)));
    }

    public DefinitionList versions(Caller caller, String definitionKey) {
        return list(definitions.versions(caller.tenant(), definitionKey).stream().filter(d -> mayRead(caller, d)).toList());
    }

    private DefinitionList list(List<DefinitionRow> rows) {
        DefinitionList list = new DefinitionList();
        rows.forEach(r -> list.definitions.add(views.info(r)));
        return list;
    }

    /** The version that a new instance would get, or the one deployed last, whatever its state. */
    public DefinitionInfo newest(Caller caller, String definitionKey, boolean released) {
        Optional<DefinitionRow> row = released ? definitions.newestReleased(caller.tenant(), definitionKey)
                : definitions.versions(caller.tenant(), definitionKey).stream().findFirst();
        return views.info(row.filter(d -> mayRead(caller, d)).orElseThrow(() -> released ? Refused.because(ErrorCode.NOT_FOUND,
                Messages.text(caller.locale(), "reject.NO_RELEASED_DEFINITION", definitionKey)) : Situations.notFound(caller)));
    }

    public DefinitionInfo get(Caller caller, long definitionId) {
        return views.info(row(caller, definitionId));
    }

    /**
     * @param asKey under which key; null for the file exactly as it was deployed
     * @param instanceId an instance of this version, for whoever may read that; else null
     */
    public DefinitionSource source(Caller caller, long definitionId, String asKey, Long instanceId) {
        DefinitionRow row = instanceId == null ? row(caller, definitionId)
                : Optional.of(instances.instance(caller, instanceId).definition().row()).filter(d -> d.id == definitionId)
                        .orElseThrow(() -> Situations.notFound(caller));
        DefinitionSource source = new DefinitionSource();
        source.definition = views.info(row);
        source.source = definitions.source(row);
        if (asKey != null) {
            Inputs.definitionKey(asKey, "asKey", caller.locale());
            source.source = Rekeying.of(source.source, row.defKey, asKey, null, caller.locale());
        }
        return source;
    }

    public DefinitionDifference difference(Caller caller, long definitionId, long otherDefinitionId) {
        DefinitionRow before = row(caller, definitionId);
        DefinitionRow after = row(caller, otherDefinitionId);
        DefinitionDifference difference = new DefinitionDifference();
        difference.before = views.info(before);
        difference.after = views.info(after);
        difference.elements = ModelDifference.between(version(before), version(after));
        return difference;
    }

    private ModelDifference.Version version(DefinitionRow row) {
        return new ModelDifference.Version(definitions.source(row), row.defKey);
    }

    private DefinitionRow row(Caller caller, long definitionId) {
        return definitions.find(caller.tenant(), definitionId).filter(d -> mayRead(caller, d)).orElseThrow(() -> Situations.notFound(caller));
    }
}
