package wf.remote;

import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import wf.client.CallContext;
import wf.client.DefinitionService;
import wf.client.WfException;
import wf.contract.CategoryList;
import wf.contract.CategoryRequest;
import wf.contract.CopyRequest;
import wf.contract.CreateCategoryRequest;
import wf.contract.DefinitionDifference;
import wf.contract.DefinitionInfo;
import wf.contract.DefinitionList;
import wf.contract.DefinitionReply;
import wf.contract.DefinitionRequest;
import wf.contract.DefinitionSource;
import wf.contract.DeployRequest;
import wf.contract.DeployScriptRequest;
import wf.contract.IdentityInfo;
import wf.contract.IdentityList;
import wf.contract.MigrateRequest;
import wf.contract.MigrationReply;
import wf.contract.MoveCategoryRequest;
import wf.contract.MoveDefinitionRequest;
import wf.contract.PutIdentityRequest;
import wf.contract.PutScheduleRequest;
import wf.contract.RenameCategoryRequest;
import wf.contract.ScheduleInfo;
import wf.contract.ScheduleList;
import wf.contract.ScriptInfo;
import wf.contract.ScriptList;

/** The group Definition for callers over EJB; {@link RemoteFace} does what is to be done. */
@Stateless(name = "DefinitionFace")
@TransactionAttribute(TransactionAttributeType.SUPPORTS)
public class DefinitionFace implements DefinitionService {
    private DefinitionService face;

    @Inject
    void bind(RemoteFace remote) {
        face = remote.of(DefinitionService.class);
    }

    @Override
    public DefinitionReply deploy(CallContext context, DeployRequest request) throws WfException {
        return face.deploy(context, request);
    }

    @Override
    public DefinitionReply release(CallContext context, long definitionId, DefinitionRequest request) throws WfException {
        return face.release(context, definitionId, request);
    }

    @Override
    public DefinitionReply retire(CallContext context, long definitionId, DefinitionRequest request) throws WfException {
        return face.retire(context, definitionId, request);
    }

    @Override
    public DefinitionList listDefinitions(CallContext context, boolean startable, String category) throws WfException {
        return face.listDefinitions(context, startable, category);
    }

    @Override
    public DefinitionList listVersions(CallContext context, String definitionKey) throws WfException {
        return face.listVersions(context, definitionKey);
    }

    @Override
    public DefinitionInfo getNewestDefinition(CallContext context, String definitionKey, boolean released) throws WfException {
        return face.getNewestDefinition(context, definitionKey, released);
    }

    @Override
    public DefinitionInfo getDefinition(CallContext context, long definitionId) throws WfException {
        return face.getDefinition(context, definitionId);
    }

    @Override
    public DefinitionSource getDefinitionSource(CallContext context, long definitionId, String asKey, Long instanceId) throws WfException {
        return face.getDefinitionSource(context, definitionId, asKey, instanceId);
    }

    @Override
    public DefinitionDifference compareDefinitions(CallContext context, long definitionId, long otherDefinitionId) throws WfException {
        return face.compareDefinitions(context, definitionId, otherDefinitionId);
    }

    @Override
    public DefinitionReply copyDefinition(CallContext context, long definitionId, CopyRequest request) throws WfException {
        return face.copyDefinition(context, definitionId, request);
    }

    @Override
    public DefinitionReply moveDefinition(CallContext context, String definitionKey, MoveDefinitionRequest request) throws WfException {
        return face.moveDefinition(context, definitionKey, request);
    }

    @Override
    public MigrationReply migrateInstances(CallContext context, long definitionId, MigrateRequest request) throws WfException {
        return face.migrateInstances(context, definitionId, request);
    }

    @Override
    public CategoryList listCategories(CallContext context) throws WfException {
        return face.listCategories(context);
    }

    @Override
    public DefinitionReply createCategory(CallContext context, CreateCategoryRequest request) throws WfException {
        return face.createCategory(context, request);
    }

    @Override
    public DefinitionReply renameCategory(CallContext context, RenameCategoryRequest request) throws WfException {
        return face.renameCategory(context, request);
    }

    @Override
    public DefinitionReply moveCategory(CallContext context, MoveCategoryRequest request) throws WfException {
        return face.moveCategory(context, request);
    }

    @Override
    public DefinitionReply deleteCategory(CallContext context, CategoryRequest request) throws WfException {
        return face.deleteCategory(context, request);
    }

    @Override
    public DefinitionReply deployScript(CallContext context, DeployScriptRequest request) throws WfException {
        return face.deployScript(context, request);
    }

    @Override
    public ScriptList listScripts(CallContext context) throws WfException {
        return face.listScripts(context);
    }

    @Override
    public ScriptList listScriptVersions(CallContext context, String scriptName) throws WfException {
        return face.listScriptVersions(context, scriptName);
    }

    @Override
    public ScriptInfo getScript(CallContext context, String scriptName, Integer version) throws WfException {
        return face.getScript(context, scriptName, version);
    }

    @Override
    public IdentityList listIdentities(CallContext context) throws WfException {
        return face.listIdentities(context);
    }

    @Override
    public IdentityInfo getIdentity(CallContext context, String identityCode) throws WfException {
        return face.getIdentity(context, identityCode);
    }

    @Override
    public DefinitionReply putIdentity(CallContext context, String identityCode, PutIdentityRequest request) throws WfException {
        return face.putIdentity(context, identityCode, request);
    }

    @Override
    public DefinitionReply resetIdentity(CallContext context, String identityCode, DefinitionRequest request) throws WfException {
        return face.resetIdentity(context, identityCode, request);
    }

    @Override
    public ScheduleList listSchedules(CallContext context, String after, Integer limit) throws WfException {
        return face.listSchedules(context, after, limit);
    }

    @Override
    public ScheduleInfo getSchedule(CallContext context, String scheduleName) throws WfException {
        return face.getSchedule(context, scheduleName);
    }

    @Override
    public DefinitionReply putSchedule(CallContext context, String scheduleName, PutScheduleRequest request) throws WfException {
        return face.putSchedule(context, scheduleName, request);
    }

    @Override
    public DefinitionReply pauseSchedule(CallContext context, String scheduleName, DefinitionRequest request) throws WfException {
        return face.pauseSchedule(context, scheduleName, request);
    }

    @Override
    public DefinitionReply resumeSchedule(CallContext context, String scheduleName, DefinitionRequest request) throws WfException {
        return face.resumeSchedule(context, scheduleName, request);
    }

    @Override
    public DefinitionReply runSchedule(CallContext context, String scheduleName, DefinitionRequest request) throws WfException {
        return face.runSchedule(context, scheduleName, request);
    }

    @Override
    public DefinitionReply deleteSchedule(CallContext context, String scheduleName, DefinitionRequest request) throws WfException {
        return face.deleteSchedule(context, scheduleName, request);
    }
}
