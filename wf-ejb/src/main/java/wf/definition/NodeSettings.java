package wf.definition;

import java.util.List;
import java.util.Optional;

/** What a node type has read from the model about one node. */
public interface NodeSettings {

    /** For types that have nothing to read. */
    NodeSettings NONE = new NodeSettings() { };

    default boolean isHuman() {
        return false;
    }

    /** Whether a person marked for drafting handles the node (拟稿环节). */
    default boolean isForStarter() {
        return false;
    }

    /** Whether it is a sub-process that an event starts, not a token. */
    default boolean isEventSubProcess() {
        return false;
    }

    /** Whether an event that comes from outside begins an instance here. */
    default boolean isStartedByEvent() {
        return false;
    }

    /** Whether the type itself does what the model says about repeating, as a signing round does. */
    default boolean repeatsItself() {
        return false;
    }

    /** Whether its join waits only for tokens that can still come, as an inclusive gateway does. */
    default boolean joinsWhatCanCome() {
        return false;
    }

    /** Whether its join waits for a token of every incoming flow. */
    default boolean joinsEveryFlow() {
        return false;
    }

    /** What whoever handles an item of the node is asked for. */
    default WorkPlan work() {
        return WorkPlan.NONE;
    }

    /** Whether whoever handled the node before chooses who handles this one. */
    default boolean isChosen() {
        return false;
    }

    /** The variable that takes the outcome of signing rounds held here. */
    default String resultVariable() {
        return "signResult";
    }

    /** What those who work here may ask others for, and how. */
    default Handling handling() {
        return Handling.STANDARD;
    }

    /** Whether it asks who has worked before, when a token comes. */
    default boolean looksBack() {
        return false;
    }

    /** What is to run when a token comes, and when its work is done. */
    default NodeRules nodeRules() {
        return NodeRules.NONE;
    }

    /** What happens to others when work is sent back from here. */
    default ReturnPolicy returns() {
        return ReturnPolicy.STANDARD;
    }

    /** Whether it waits for an instance of another process that it calls. */
    default boolean awaitsCalled() {
        return false;
    }

    /** Whether work in the instance that it calls may be sent back out of it. */
    default boolean letsReturn() {
        return false;
    }

    /** The key of the process that is called here, where the model names it; empty where it is found by an expression or elsewhere. */
    default Optional<String> called() {
        return Optional.empty();
    }

    /** The form of the node; empty where it shows none. */
    default List<Field> fields() {
        return List.of();
    }
}
