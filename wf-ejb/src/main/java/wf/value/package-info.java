/**
 * Typed values of process variables (§11.2a): one canonical text form for storage and the wire, one Java form for
 * expressions. JSON text is read and written here and nowhere else in the core.
 */
package wf.value;
