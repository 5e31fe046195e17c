package wf.contract;

import java.io.Serializable;
import java.util.ArrayList;
import java.util.List;

/**
 * Process information of an instance in one format (Y1).
 */
public class ProcessInfo implements Serializable {
    private static final long serialVersionUID = 1L;

    /** Instance. */
    public long instanceId;

    /** Format. */
    public ProcessInfoFormat format;

    /** Media type of the content, {@code text/html}. */
    public String mediaType;

    /** The document in that format. */
    public String content;

    /** For TABLE: headings in the language asked for. */
    public List<String> columns = new ArrayList<>();

    /** For TABLE: one row for each step. */
    public List<ProcessInfoRow> rows = new ArrayList<>();
}
