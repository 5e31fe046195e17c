package wf.rule.jexl;

import org.apache.commons.jexl3.JexlBuilder;
import org.apache.commons.jexl3.JexlContext;
import org.apache.commons.jexl3.JexlException;
import org.apache.commons.jexl3.JexlFeatures;
import org.apache.commons.jexl3.JexlOptions;
import org.apache.commons.jexl3.internal.Engine;
import org.apache.commons.jexl3.internal.Frame;
import org.apache.commons.jexl3.internal.Interpreter;
import org.apache.commons.jexl3.parser.JexlNode;

/**
 * JEXL with a budget of steps and time for each evaluation. The library asks its interpreter at every node whether it
 * was cancelled; this one counts the questions and looks at the clock, so that no second thread is needed to stop a
 * script that loops for ever.
 */
final class BoundedEngine extends Engine {

    private static final int MAX_STEPS = 2_000_000;
    private final long budgetNanos;

    BoundedEngine(JexlFeatures features, long budgetNanos) {
        super(new JexlBuilder().features(features).permissions(new AllowList()).arithmetic(new BoundedArithmetic())
                .strict(true).safe(false).silent(false).cancellable(true).antish(false).cache(1024).cacheThreshold(1000));
        this.budgetNanos = budgetNanos;
    }

    @Override
    protected Interpreter createInterpreter(JexlContext context, Frame frame, JexlOptions options) {
        return new Bounded(this, options, context, frame, System.nanoTime() + budgetNanos);
    }

    private static final class Bounded extends Interpreter {
        private final long deadline;
        private int steps;

        Bounded(Engine engine, JexlOptions options, JexlContext context, Frame frame, long deadline) {
            super(engine, options, context, frame);
            this.deadline = deadline;
        }

        /** Lists and maps are made whole and weighed then; changed afterwards they could outgrow their weight. */
        @Override
        protected void setAttribute(Object object, Object attribute, Object value, JexlNode node) {
            throw new JexlException(node, "a list or map cannot be changed, make a new one");
        }

        @Override
        protected boolean isCancelled() {
            boolean exhausted = ++steps > MAX_STEPS || (steps & 0xFF) == 0 && System.nanoTime() > deadline;
            return exhausted || super.isCancelled();
        }

        @Override
        protected boolean isCancellable() {
            return true;
        }
    }
}
