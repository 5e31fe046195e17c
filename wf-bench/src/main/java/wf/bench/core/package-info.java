/**
 * What the pure core costs by itself: decisions on instances in memory, measured by JMH. Nothing is stored, and the
 * events are built but not written as text.
 */
package wf.bench.core;
