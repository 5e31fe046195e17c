package wf.definition;

/**
 * Whom a model can mean by what they are to somebody (相对关系, §6.4), the base. All but the last few are relations of
 * departments, and look from the department in which the base acts.
 */
public enum Relation {
    /** The base himself. */
    SELF,
    /** Whoever began the instance. */
    STARTER,
    /** Whoever sent the work. */
    PREVIOUS_HANDLER,
    /** Those who have handled a node. */
    NODE_HANDLER,
    /** The leader whom his membership names, else the head of his department. */
    DIRECT_LEADER,
    /** The leader of his leader, so many times. */
    LEADER_UP,
    /** The head of his department. */
    DEPT_HEAD,
    /** The deputy heads of his department. */
    DEPT_DEPUTY,
    /** The superior leader in charge (分管领导): of his department, else of the nearest one above that has one. */
    SUPERIOR_LEADER,
    /** The head of the department so many levels above his. */
    PARENT_DEPT_HEAD,
    /** All of his department. */
    SAME_DEPT,
    /** All of his department and of those below it. */
    DEPT_AND_SUB,
    /** All who hold a post that he holds there. */
    SAME_POST,
    /** Those of his department who hold a post. */
    POST_IN_DEPT,
    /** Those of his department who are in a group, or in one below it. */
    GROUP_IN_DEPT,
    /** Those whose direct leader he is, in whichever department. */
    SUBORDINATES;

    /** Whether it is so many levels away. */
    public boolean hasLevels() {
        return this == LEADER_UP || this == PARENT_DEPT_HEAD;
    }

    /** Whether the base could be the one who is looked for, and something is said about it. */
    public boolean hasBoundary() {
        return this == DIRECT_LEADER || this == LEADER_UP || this == DEPT_HEAD || this == SUPERIOR_LEADER || this == PARENT_DEPT_HEAD;
    }

    /** Whether it says by itself from whom it looks. */
    public boolean namesItsBase() {
        return this == STARTER || this == PREVIOUS_HANDLER || this == NODE_HANDLER;
    }
}
