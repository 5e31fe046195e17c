package wf.node.call;

/** A header, parameter or property of a call: its name, and the template that gives its value. */
public record NamedText(String name, String template) { }
