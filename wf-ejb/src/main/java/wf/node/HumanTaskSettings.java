package wf.node;

import java.util.List;
import wf.definition.Field;
import wf.definition.Handling;
import wf.definition.NodeRules;
import wf.definition.NodeSettings;
import wf.definition.ReturnPolicy;
import wf.definition.Skipping;
import wf.definition.Sourcing;
import wf.definition.WorkPlan;
import wf.rule.Expression;
import wf.runtime.SigningRule;

/**
 * What the model says about a human task.
 *
 * @param participants who handles it; empty leaves it to the starter, where that is possible
 * @param sourcing how they are found by sources; null where none are named
 * @param isForStarter 拟稿环节: always the starter's
 * @param signing the rule of a signing round, or null
 * @param apart 多人异步 (3.26): each handler has a token of his own and goes on without the others
 * @param resultVariable the variable that takes the outcome of the round
 * @param chosen whether whoever handled the node before chooses who handles this one, among the participants where there are any
 * @param nodeRules what is to run when a token comes, and when its work is done
 */
record HumanTaskSettings(List<Participant> participants, Sourcing sourcing, boolean isForStarter, SigningRule signing, boolean apart,
        String resultVariable, List<Field> fields, WorkPlan work, ReturnPolicy returns, Skipping skipping, Handling handling,
        boolean chosen, NodeRules nodeRules) implements NodeSettings {

    /**
     * An expression that names people.
     *
     * @param prefix of names that come without one
     * @param named whether whoever it names gets the work, whatever others are candidates
     */
    record Participant(Expression expression, String prefix, boolean named) { }

    boolean hasParticipants() {
        return sourcing != null || !participants.isEmpty();
    }

    @Override
    public boolean repeatsItself() {
        return signing != null;
    }

    @Override
    public boolean looksBack() {
        return skipping.repeats().contains(Skipping.Repeat.ANY_EARLIER) || sourcing != null && sourcing.looksBack();
    }

    @Override
    public boolean isChosen() {
        return chosen;
    }

    @Override
    public boolean isHuman() {
        return true;
    }
}
