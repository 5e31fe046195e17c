/** What workers do when it does not go well. */
package wf.job;
