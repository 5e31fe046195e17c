package wf.service;

import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import jakarta.interceptor.Interceptors;
import wf.access.Caller;
import wf.command.Attempts;
import wf.command.Categories;
import wf.command.CategoryCommands;
import wf.command.DefinitionCommands;
import wf.command.DefinitionReading;
import wf.command.IdentityCommands;
import wf.command.InstanceMigrations;
import wf.command.ScheduleCommands;
import wf.command.StoredScripts;
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
import wf.monitor.Watched;
import wf.refusal.Required;

/** The interface group 流程定义 Definition (§5.1): deploying, releasing, reading, comparing and ordering definitions. */
@Stateless
@TransactionAttribute(TransactionAttributeType.SUPPORTS)
@Interceptors(Watched.class)
public class DefinitionService {

    @Inject
    private DefinitionCommands commands;
    @Inject
    private CategoryCommands categoryCommands;
    @Inject
    private DefinitionReading reading;
    @Inject
    private Categories categories;
    @Inject
    private InstanceMigrations migrations;
    @Inject
    private StoredScripts scripts;
    @Inject
    private IdentityCommands identities;
    @Inject
    private ScheduleCommands schedules;
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

    /** D7: the first draft of a new definition, made from a version. */
    public DefinitionReply copyDefinition(Caller caller, long definitionId, CopyRequest request) {
        return attempts.of(caller.locale(), () -> commands.copy(caller, definitionId, request));
    }

    /** The newest version of each definition, of a category and those below it if one is named. */
    public DefinitionList listDefinitions(Caller caller, boolean startable, String category) {
        return reading.list(caller, startable, category);
    }

    public DefinitionList listVersions(Caller caller, @Required String definitionKey) {
        return reading.versions(caller, definitionKey);
    }

    public DefinitionInfo getNewestDefinition(Caller caller, @Required String definitionKey, boolean released) {
        return reading.newest(caller, definitionKey, released);
    }

    public DefinitionInfo getDefinition(Caller caller, long definitionId) {
        return reading.get(caller, definitionId);
    }

    /** The file as it was deployed; with another key, the same model under that key. An instance is named by whoever may read it. */
    public DefinitionSource getDefinitionSource(Caller caller, long definitionId, String asKey, Long instanceId) {
        return reading.source(caller, definitionId, asKey, instanceId);
    }

    public DefinitionDifference compareDefinitions(Caller caller, long definitionId, long otherDefinitionId) {
        return reading.difference(caller, definitionId, otherDefinitionId);
    }

    /** D8: each instance in a transaction of its own, whatever transaction the caller has. */
    @TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
    public MigrationReply migrateInstances(Caller caller, long definitionId, MigrateRequest request) {
        return migrations.of(caller, definitionId, request);
    }

    public CategoryList listCategories(Caller caller) {
        return categories.list(caller);
    }

    public DefinitionReply createCategory(Caller caller, CreateCategoryRequest request) {
        return attempts.of(caller.locale(), () -> categoryCommands.create(caller, request));
    }

    public DefinitionReply renameCategory(Caller caller, RenameCategoryRequest request) {
        return attempts.of(caller.locale(), () -> categoryCommands.rename(caller, request));
    }

    public DefinitionReply moveCategory(Caller caller, MoveCategoryRequest request) {
        return attempts.of(caller.locale(), () -> categoryCommands.move(caller, request));
    }

    public DefinitionReply deleteCategory(Caller caller, CategoryRequest request) {
        return attempts.of(caller.locale(), () -> categoryCommands.delete(caller, request));
    }

    public DefinitionReply moveDefinition(Caller caller, @Required String definitionKey, MoveDefinitionRequest request) {
        return attempts.of(caller.locale(), () -> categoryCommands.moveDefinition(caller, definitionKey, request));
    }

    /** F27: the next version of a script under its name. */
    public DefinitionReply deployScript(Caller caller, DeployScriptRequest request) {
        return attempts.of(caller.locale(), () -> scripts.deploy(caller, request));
    }

    /** For administrators. */
    public ScheduleList listSchedules(Caller caller, String after, Integer limit) {
        return attempts.of(caller.locale(), () -> schedules.list(caller, after, limit));
    }

    /** For administrators. */
    public ScheduleInfo getSchedule(Caller caller, @Required String scheduleName) {
        return attempts.of(caller.locale(), () -> schedules.get(caller, scheduleName));
    }

    /** For administrators. */
    public DefinitionReply putSchedule(Caller caller, @Required String scheduleName, PutScheduleRequest request) {
        return attempts.of(caller.locale(), () -> schedules.put(caller, scheduleName, request));
    }

    /** For administrators. */
    public DefinitionReply pauseSchedule(Caller caller, @Required String scheduleName, DefinitionRequest request) {
        return attempts.of(caller.locale(), () -> schedules.pause(caller, scheduleName, request));
    }

    /** For administrators. */
    public DefinitionReply resumeSchedule(Caller caller, @Required String scheduleName, DefinitionRequest request) {
        return attempts.of(caller.locale(), () -> schedules.resume(caller, scheduleName, request));
    }

    /** For administrators. */
    public DefinitionReply runSchedule(Caller caller, @Required String scheduleName, DefinitionRequest request) {
        return attempts.of(caller.locale(), () -> schedules.runNow(caller, scheduleName, request));
    }

    /** For administrators. */
    public DefinitionReply deleteSchedule(Caller caller, @Required String scheduleName, DefinitionRequest request) {
        return attempts.of(caller.locale(), () -> schedules.delete(caller, scheduleName, request));
    }

    public ScriptList listScripts(Caller caller) {
        return scripts.list(caller);
    }

    public ScriptList listScriptVersions(Caller caller, @Required String scriptName) {
        return scripts.versions(caller, scriptName);
    }

    /** @param version null for the newest */
    public ScriptInfo getScript(Caller caller, @Required String scriptName, Integer version) {
        return scripts.get(caller, scriptName, version);
    }

    /** §1.2: the weightiest first. */
    public IdentityList listIdentities(Caller caller) {
        return identities.list(caller);
    }

    public IdentityInfo getIdentity(Caller caller, @Required String identityCode) {
        return identities.get(caller, identityCode);
    }

    public DefinitionReply putIdentity(Caller caller, @Required String identityCode, PutIdentityRequest request) {
        return attempts.of(caller.locale(), () -> identities.put(caller, identityCode, request));
    }

    public DefinitionReply resetIdentity(Caller caller, @Required String identityCode, DefinitionRequest request) {
        return attempts.of(caller.locale(), () -> identities.reset(caller, identityCode, request));
    }
}
