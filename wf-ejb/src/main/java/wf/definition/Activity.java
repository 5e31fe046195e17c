package wf.definition;

import java.util.List;
import java.util.Set;

/**
 * What the model says about a node as an activity, whatever its type; gateways and events have {@link #NONE}.
 *
 * @param loop how it repeats, or null
 * @param startQuantity tokens that it waits for before it begins
 * @param completionQuantity tokens that it sends along each outgoing flow
 * @param forCompensation whether it runs only to compensate another one
 * @param async whether it begins in a transaction of its own, after the one in which its token came
 * @param mutex name of the critical section (3.11) of which it is a part, or null
 * @param inputs values that it gets as its own variables when it begins
 * @param outputs values that leave it when it ends
 * @param locals names of the variables that live and end with it: its data objects and properties
 * @param listeners beans that are told of its begin and end
 * @param mayGrow whether those who work there may add instances while it runs; administrators always may
 * @param retries how often work that is done after the commit is tried
 * @param initials values with which its local variables begin
 * @param noReturnAcross whether work cannot be sent back across it once it is done, unless it can be compensated
 * @param policy which operations are allowed and denied at it, or in the process as a whole
 * @param limits until when it is to be done, and what happens when it is not
 */
public record Activity(Loop loop, int startQuantity, int completionQuantity, boolean forCompensation, boolean async,
        String mutex, List<Assignment> inputs, List<Assignment> outputs, Set<String> locals, List<Listener> listeners,
        boolean mayGrow, Retries retries, List<Assignment> initials, boolean noReturnAcross, Policy policy, LimitPlan limits) {

    public static final Activity NONE = new Activity(null, 1, 1, false, false, null, List.of(), List.of(), Set.of(), List.of(),
            false, Retries.STANDARD, List.of(), false, Policy.NONE, LimitPlan.NONE);

    public Activity {
        inputs = List.copyOf(inputs);
        outputs = List.copyOf(outputs);
        locals = Set.copyOf(locals);
        initials = List.copyOf(initials);
        listeners = List.copyOf(listeners);
    }

    /** The same with these listeners. */
    public Activity with(List<Listener> told) {
        return new Activity(loop, startQuantity, completionQuantity, forCompensation, async, mutex, inputs, outputs, locals, told,
                mayGrow, retries, initials, noReturnAcross, policy, limits);
    }

    public boolean isLooped() {
        return loop != null;
    }
}
