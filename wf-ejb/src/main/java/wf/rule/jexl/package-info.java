/** Expressions by Apache Commons JEXL behind an allow-list of our own; the only package that knows the library (§7.4). */
package wf.rule.jexl;
