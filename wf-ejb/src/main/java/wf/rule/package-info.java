/** The rule kernel as decisions see it: expressions and scripts over variables, in two languages, pure and bounded. */
package wf.rule;
