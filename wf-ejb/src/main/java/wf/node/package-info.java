/** The node types: one file per BPMN element that the engine executes (§2). */
package wf.node;
