/** Tests of what operations have in common. */
package wf.operation;
