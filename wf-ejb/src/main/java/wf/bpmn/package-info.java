/** Reads BPMN 2.0 XML into the process model (§2); the only package that knows XML and the model library. */
package wf.bpmn;
