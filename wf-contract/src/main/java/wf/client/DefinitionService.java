package wf.client;

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

/** Deploys, releases, lists, compares and copies process definitions, and keeps their categories, stored scripts and identities. A group of operations (§5.1); {@link CallContext} says how to call. */
public interface DefinitionService {

    /** Stores a BPMN 2.0 file as new definition versions. The body is JSON, or the BPMN file itself. */
    DefinitionReply deploy(CallContext context, DeployRequest request) throws WfException;

    /** Opens a version for new instances. */
    DefinitionReply release(CallContext context, long definitionId, DefinitionRequest request) throws WfException;

    /** Closes a version for new instances; running ones go on. */
    DefinitionReply retire(CallContext context, long definitionId, DefinitionRequest request) throws WfException;

    /** Lists the newest version of every definition, or those which the caller may start; of a category and those below it, if one is named. */
    DefinitionList listDefinitions(CallContext context, boolean startable, String category) throws WfException;

    /** Lists the versions of a definition. */
    DefinitionList listVersions(CallContext context, String definitionKey) throws WfException;

    /** Reads the newest version of a definition, or the newest released one. */
    DefinitionInfo getNewestDefinition(CallContext context, String definitionKey, boolean released) throws WfException;

    /** Reads one version. */
    DefinitionInfo getDefinition(CallContext context, long definitionId) throws WfException;

    /** Reads the BPMN file of a version, in JSON or as it was deployed; with another key, the same model under that key; with an instance of it, for whoever may read that. */
    DefinitionSource getDefinitionSource(CallContext context, long definitionId, String asKey, Long instanceId) throws WfException;

    /** Tells what was added, removed, changed or moved from one version to the other. */
    DefinitionDifference compareDefinitions(CallContext context, long definitionId, long otherDefinitionId) throws WfException;

    /** Makes a version the first draft of a new definition. */
    DefinitionReply copyDefinition(CallContext context, long definitionId, CopyRequest request) throws WfException;

    /** Puts a definition with all its versions into another category. */
    DefinitionReply moveDefinition(CallContext context, String definitionKey, MoveDefinitionRequest request) throws WfException;

    /** Lets instances of a version go on against another one, each for itself; with a preview. */
    MigrationReply migrateInstances(CallContext context, long definitionId, MigrateRequest request) throws WfException;

    /** Lists the tree of categories. */
    CategoryList listCategories(CallContext context) throws WfException;

    /** Creates a category, and those above it that are missing. */
    DefinitionReply createCategory(CallContext context, CreateCategoryRequest request) throws WfException;

    /** Gives a category another name. */
    DefinitionReply renameCategory(CallContext context, RenameCategoryRequest request) throws WfException;

    /** Puts a category below another one, or to another place among its siblings. */
    DefinitionReply moveCategory(CallContext context, MoveCategoryRequest request) throws WfException;

    /** Deletes a category that nothing stands in. */
    DefinitionReply deleteCategory(CallContext context, CategoryRequest request) throws WfException;

    /** Stores a script as the next version under its name, for rules of models and for runScript. */
    DefinitionReply deployScript(CallContext context, DeployScriptRequest request) throws WfException;

    /** Lists the newest version of every stored script. */
    ScriptList listScripts(CallContext context) throws WfException;

    /** Lists the versions of a stored script. */
    ScriptList listScriptVersions(CallContext context, String scriptName) throws WfException;

    /** Reads the newest version of a stored script, or the one that is named. */
    ScriptInfo getScript(CallContext context, String scriptName, Integer version) throws WfException;

    /** Lists what people can be to work and instances, the weightiest first, and what they may do then. */
    IdentityList listIdentities(CallContext context) throws WfException;

    /** Reads one identity. */
    IdentityInfo getIdentity(CallContext context, String identityCode) throws WfException;

    /** Says what an identity may do, how much it weighs and who holds it, or adds one of the tenant's own. */
    DefinitionReply putIdentity(CallContext context, String identityCode, PutIdentityRequest request) throws WfException;

    /** Makes an identity of the product what it was when it came; one of the tenant's own is removed. */
    DefinitionReply resetIdentity(CallContext context, String identityCode, DefinitionRequest request) throws WfException;

    /** Lists processes that start by themselves at times to come, for an administrator. */
    ScheduleList listSchedules(CallContext context, String after, Integer limit) throws WfException;

    /** Reads a schedule, for an administrator. */
    ScheduleInfo getSchedule(CallContext context, String scheduleName) throws WfException;

    /** Starts a process by itself: at a moment, after intervals, by a cron line, or on the last working day of each month; or changes when. */
    DefinitionReply putSchedule(CallContext context, String scheduleName, PutScheduleRequest request) throws WfException;

    /** Lets a schedule stand still. */
    DefinitionReply pauseSchedule(CallContext context, String scheduleName, DefinitionRequest request) throws WfException;

    /** Lets a schedule go on, with its times to come. */
    DefinitionReply resumeSchedule(CallContext context, String scheduleName, DefinitionRequest request) throws WfException;

    /** Starts one instance of a schedule now, besides its times. */
    DefinitionReply runSchedule(CallContext context, String scheduleName, DefinitionRequest request) throws WfException;

    /** Removes a schedule; what it has started goes on. */
    DefinitionReply deleteSchedule(CallContext context, String scheduleName, DefinitionRequest request) throws WfException;
}
