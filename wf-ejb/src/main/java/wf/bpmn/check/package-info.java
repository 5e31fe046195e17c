/**
 * The rules of BPMN 2.0 that its schema cannot say, checked on the XML before a process is compiled: one class per
 * family of rules, one short method per rule, each naming the clause of BPMN 2.0.2 (formal/2013-12-09) it comes from.
 * Rules speak about the standard alone: what this engine can execute is the business of the node types.
 */
package wf.bpmn.check;
