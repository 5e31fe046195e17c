/** The operations: one file each, in the order check, then effect (§4). They know nothing of node types. */
package wf.operation;
