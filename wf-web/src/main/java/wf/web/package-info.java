/**
 * What the pages of the web UI need from the server besides files: the headers that keep a browser from running
 * anything that is not ours. The pages themselves are built from {@code src/main/ui}; they speak to the engine over
 * REST like any other client.
 */
package wf.web;
