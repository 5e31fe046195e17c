package wf.contract;

import java.io.Serializable;
import java.util.ArrayList;
import java.util.List;

/**
 * What came of an operation on definitions.
 */
public class DefinitionReply implements Serializable {
    private static final long serialVersionUID = 1L;

    /** Operation id, the client's or one made by the server. */
    public String opId;

    /** True when nothing was stored. */
    public boolean preview;

    /** The versions concerned. */
    public List<DefinitionInfo> definitions = new ArrayList<>();

    /** Findings that do not refuse the model. */
    public List<ModelProblem> warnings = new ArrayList<>();

    /** The categories created, changed or removed. */
    public List<Category> categories = new ArrayList<>();

    /** The scripts concerned. */
    public List<ScriptInfo> scripts = new ArrayList<>();

    /** The schedules concerned, as they are now. */
    public List<ScheduleInfo> schedules = new ArrayList<>();

    /** The identities concerned, as they are now. */
    public List<IdentityInfo> identities = new ArrayList<>();
}
