package wf.store;

import wf.definition.ProcessDefinition;

/** A stored definition version with its compiled process. Its state may change; the process never does. */
public record Definition(DefinitionRow row, ProcessDefinition process) { }
