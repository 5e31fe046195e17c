package wf.contract;

import java.util.Date;

/**
 * I12: nobody works on the instance until it is resumed; deadlines and timers wait.
 */
public class SuspendInstanceRequest extends OperationRequest {
    private static final long serialVersionUID = 1L;

    /** When it goes on by itself; null: when somebody resumes it. */
    public Date resumeAt;

    /** Called instances that it waits for are suspended and resumed with it; true lets them go on. */
    public boolean childrenGoOn;
}
