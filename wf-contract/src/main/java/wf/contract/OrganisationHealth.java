package wf.contract;

/**
 * How the tenant's organisation stands.
 */
public enum OrganisationHealth {
    /** People are kept in the product's own tables; nothing is loaded. */
    LOCAL,
    /** It was never loaded yet. */
    NEVER_LOADED,
    /** The last load went well. */
    GOOD,
    /** The last load failed; what was loaded before stays in use. */
    FAILING
}
