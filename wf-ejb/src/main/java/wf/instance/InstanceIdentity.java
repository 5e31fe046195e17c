package wf.instance;

/**
 * What of an instance never changes, but for the definition version, when the instance is migrated (D8).
 *
 * @param definitionId the definition version it runs against
 * @param businessKey key of the business record it belongs to, or null
 * @param title title shown in lists
 * @param parent the instance that called this one, or null
 */
public record InstanceIdentity(long id, long definitionId, String businessKey, String title, ParentLink parent) {

    InstanceIdentity against(long newDefinitionId) {
        return new InstanceIdentity(id, newDefinitionId, businessKey, title, parent);
    }
}
