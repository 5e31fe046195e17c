/** Tests of what operators see. */
package wf.monitor;
