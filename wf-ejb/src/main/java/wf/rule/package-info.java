/** The rule kernel as decisions see it: expressions and scripts over variables, pure and bounded. */
package wf.rule;
