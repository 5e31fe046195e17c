/**
 * Standing arrangements: who stands in for whom, work that goes from one person to another as a whole, and whose work nobody is left to do.
 */
package wf.standing;
