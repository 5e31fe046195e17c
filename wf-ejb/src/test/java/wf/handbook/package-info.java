/**
 * The handbook of the operations: {@code docs/operations.md} is made here of the classes themselves, so that it cannot tell
 * what they do not do. What a class refuses is read from its compiled code, in which states it may happen is tried out.
 */
package wf.handbook;
