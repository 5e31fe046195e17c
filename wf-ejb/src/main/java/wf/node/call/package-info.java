/**
 * What automatic nodes call (N18, N9): what the model says, and what of it is decided before anything is called. Carrying
 * a remote call out is the business of the shell; here only its inputs are computed, and its answer becomes variables.
 */
package wf.node.call;
