package wf.query;

/** What a person looks for in a work list; null fields do not restrict. */
public record WorkListFilter(String definitionKey, String title, String businessKey) { }
