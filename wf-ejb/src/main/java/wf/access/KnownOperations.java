package wf.access;

/** Which operations there are on the faces, by their names. */
public interface KnownOperations {

    boolean has(String operation);
}
