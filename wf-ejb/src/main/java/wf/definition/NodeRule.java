package wf.definition;

import wf.rule.Script;

/**
 * A rule that the model names at a node.
 *
 * @param inline the script that stands in the model itself; null for a stored one
 * @param stored name of the stored script; null for one in the model
 * @param version of the stored script; null for the newest
 */
public record NodeRule(Script inline, String stored, Integer version) { }
