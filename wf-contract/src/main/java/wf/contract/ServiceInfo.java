package wf.contract;

import java.io.Serializable;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;

/**
 * One of the five services on the node that answers.
 */
public class ServiceInfo implements Serializable {
    private static final long serialVersionUID = 1L;

    /** Which. */
    public EngineService service;

    /** Its name in the language of the caller. */
    public String label;

    /** Whether it runs. */
    public boolean running;

    /** Who started or stopped it last, or null. */
    public String changedBy;

    /** When, or null. */
    public Date changedAt;

    /** What it tells of itself. */
    public List<Measure> measures = new ArrayList<>();
}
