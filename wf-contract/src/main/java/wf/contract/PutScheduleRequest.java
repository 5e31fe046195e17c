package wf.contract;

import java.util.ArrayList;
import java.util.List;

/**
 * 8.6: starts a process by itself at times to come, or changes when.
 */
public class PutScheduleRequest extends DefinitionRequest {
    private static final long serialVersionUID = 1L;

    /** Key of the process; each time the newest released version starts. */
    public String definitionKey;

    /** How the times are said. */
    public ScheduleKind kind;

    /** The times, as the kind wants them. */
    public String times;

    /** Time zone of local times; null for that of the product. LAST_WORKDAY goes by the zone of the tenant's calendar. */
    public String zone;

    /** What becomes of times that were missed; null for ONCE. */
    public MisfirePolicy misfire;

    /** Who counts as starter; null for whoever sends this. */
    public String starter;

    /** Title of the instances, at most 255 characters; null for the name of the process. */
    public String title;

    /** Variables with which they start. */
    public List<Property> variables = new ArrayList<>();
}
