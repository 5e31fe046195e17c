/**
 * The immutable process model that the engine executes, and the findings of its check. It knows nothing of XML: node
 * types read their settings through {@link wf.definition.ModelElement}.
 */
package wf.definition;
