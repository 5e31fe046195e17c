/**
 * The process instance as one aggregate: branches with their tokens, work items, variables. It is read by everybody and
 * changed by events alone: the mutators are visible to this package only, and events live here.
 */
package wf.instance;
