package wf.instance;

/**
 * What of an instance never changes.
 *
 * @param definitionId the definition version it runs against
 * @param businessKey key of the business record it belongs to, or null
 * @param title title shown in lists
 */
public record InstanceIdentity(long id, long definitionId, String businessKey, String title) { }
