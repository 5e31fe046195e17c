/** Read models: work lists, instances, incidents and history, each with its own query and its own index. */
package wf.query;
