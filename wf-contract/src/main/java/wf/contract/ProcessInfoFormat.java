package wf.contract;

/**
 * Y1 过程信息输出格式: how process information is given.
 */
public enum ProcessInfoFormat {
    /** Columns and rows, and the same as CSV. */
    TABLE,
    /** {@link ProcessSheet} as JSON. */
    JSON,
    /** The same as XML. */
    XML,
    /** An approval sheet 审批单 to look at and print. */
    HTML,
    /** The diagram of the process with what has come of each node. */
    SVG
}
