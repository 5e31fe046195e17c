package wf.command;

import wf.runtime.Directory;

/** The organisation of each tenant, as a snapshot in memory. */
public interface Directories {

    Directory of(String tenant);
}
