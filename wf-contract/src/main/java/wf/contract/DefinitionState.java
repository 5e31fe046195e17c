package wf.contract;

/**
 * Life of a definition version (§4.2 D1 to D3).
 */
public enum DefinitionState {
    /** Deployed, not yet usable for new instances. */
    DRAFT,
    /** 发布: new instances may start. */
    RELEASED,
    /** 停用: no new instances; running ones go on. */
    RETIRED
}
