package wf.service;

import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.util.List;
import wf.access.Caller;
import wf.command.Attempts;
import wf.command.DefinitionCommands;
import wf.command.DefinitionViews;
import wf.contract.DefinitionInfo;
import wf.contract.DefinitionList;
import wf.contract.DefinitionReply;
import wf.contract.DefinitionRequest;
import wf.contract.DefinitionSource;
import wf.contract.DeployRequest;
import wf.contract.ErrorCode;
import wf.refusal.Messages;
import wf.refusal.Refused;
import wf.runtime.Directories;
import wf.store.DefinitionRow;
import wf.store.DefinitionStore;

/** The interface group 流程定义 Definition (§5.1): deploying, releasing and reading definitions. */
@Stateless
@TransactionAttribute(TransactionAttributeType.SUPPORTS)
public class DefinitionService {

    @Inject
    private DefinitionCommands commands;
    @Inject
    private DefinitionStore definitions;
    @Inject
    private DefinitionViews views;
    @Inject
    private Directories directories;
    @Inject
    private Attempts attempts;

    public DefinitionReply deploy(Caller caller, DeployRequest request) {
        return attempts.of(caller.locale(), () -> commands.deploy(caller, request));
    }

    public DefinitionReply release(Caller caller, long definitionId, DefinitionRequest request) {
        return attempts.of(caller.locale(), () -> commands.release(caller, definitionId, request));
    }

    public DefinitionReply retire(Caller caller, long definitionId, DefinitionRequest request) {
        return attempts.of(caller.locale(), () -> commands.retire(caller, definitionId, request));
    }

    /** The newest version of each definition; with {@code startable} the released ones that the caller may start. */
    public DefinitionList listDefinitions(Caller caller, boolean startable) {
        return list(definitions.newest(caller.tenant(), startable).stream().filter(d -> !startable || mayStart(caller, d)).toList());
    }

    private boolean mayStart(Caller caller, DefinitionRow row) {
        List<String> starters = definitions.process(row).starters();
        return starters.isEmpty() || directories.of(caller.tenant()).member(caller.person())
                .map(m -> m.administrator() || m.isAmong(starters)).orElse(false);
    }

    public DefinitionList listVersions(Caller caller, String definitionKey) {
        return list(definitions.versions(caller.tenant(), definitionKey));
    }

    private DefinitionList list(List<DefinitionRow> rows) {
        DefinitionList list = new DefinitionList();
        rows.forEach(r -> list.definitions.add(views.info(r)));
        return list;
    }

    public DefinitionInfo getDefinition(Caller caller, long definitionId) {
        return views.info(row(caller, definitionId));
    }

    public DefinitionSource getDefinitionSource(Caller caller, long definitionId) {
        DefinitionRow row = row(caller, definitionId);
        DefinitionSource source = new DefinitionSource();
        source.definition = views.info(row);
        source.source = definitions.source(row);
        return source;
    }

    private DefinitionRow row(Caller caller, long definitionId) {
        return definitions.find(caller.tenant(), definitionId).orElseThrow(
                () -> Refused.because(ErrorCode.NOT_FOUND, Messages.text(caller.locale(), "reject.NOT_FOUND")));
    }
}
