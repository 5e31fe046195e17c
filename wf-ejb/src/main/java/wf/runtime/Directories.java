package wf.runtime;

/** The organisation of each tenant, as a snapshot in memory. */
public interface Directories {

    Directory of(String tenant);
}
