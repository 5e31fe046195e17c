/**
 * The process kernel, proved by scenarios on the pure core: each flow pattern of §3 that needs no operation of its own,
 * and each of the 43 control-flow patterns of the Workflow Patterns initiative. {@code docs/patterns.md} is made of them.
 */
package wf.scenario.pattern;
