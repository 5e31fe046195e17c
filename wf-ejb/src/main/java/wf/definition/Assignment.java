package wf.definition;

import wf.rule.Expression;

/** A variable and the expression that gives its value. */
public record Assignment(String name, Expression value) { }
