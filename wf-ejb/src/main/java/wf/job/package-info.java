/**
 * What is done after the commit: timers, messages and signals, called instances, jobs. A worker of any node claims a row
 * when it is due and carries it out as an ordinary command of the engine; the row goes in the transaction of its effect.
 */
package wf.job;
