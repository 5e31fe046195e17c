/** Counting and timing what a node does, in memory and at next to no cost; who reads it is of no concern here. */
package wf.meter;
