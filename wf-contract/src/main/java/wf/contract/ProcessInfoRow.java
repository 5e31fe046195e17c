package wf.contract;

import java.io.Serializable;
import java.util.ArrayList;
import java.util.List;

/**
 * One row of process information as a table.
 */
public class ProcessInfoRow implements Serializable {
    private static final long serialVersionUID = 1L;

    /** One text for each column; empty where there is nothing. */
    public List<String> cells = new ArrayList<>();
}
