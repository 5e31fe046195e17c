/**
 * How a decision runs: {@link wf.runtime.Flow} collects the events of one operation, node types say what a token does
 * at a node, the runner lets tokens move until all of them rest. Operations and node types meet here and nowhere else.
 */
package wf.runtime;
