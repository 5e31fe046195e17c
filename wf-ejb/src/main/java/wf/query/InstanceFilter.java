package wf.query;

import wf.contract.InstanceState;

/** What is looked for among instances; null fields do not restrict. */
public record InstanceFilter(String definitionKey, String businessKey, String title, InstanceState state, String starter) { }
