package wf.rule.jexl;

import org.apache.commons.jexl3.JexlBuilder;
import org.apache.commons.jexl3.JexlContext;
import org.apache.commons.jexl3.JexlException;
import org.apache.commons.jexl3.JexlFeatures;
import org.apache.commons.jexl3.JexlOptions;
import org.apache.commons.jexl3.internal.Engine;
import org.apache.commons.jexl3.internal.Frame;
import org.apache.commons.jexl3.internal.Interpreter;
import org.apache.commons.jexl3.parser.ASTEQNode;
import org.apache.commons.jexl3.parser.ASTEmptyFunction;
import org.apache.commons.jexl3.parser.ASTIdentifier;
import org.apache.commons.jexl3.parser.ASTNENode;
import org.apache.commons.jexl3.parser.ASTNullLiteral;
import org.apache.commons.jexl3.parser.ASTReference;
import org.apache.commons.jexl3.parser.ASTReferenceExpression;
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
                .strict(true).safe(false).silent(false).cancellable(true).antish(false));
        this.budgetNanos = budgetNanos;
    }

    @Override
    protected Interpreter createInterpreter(JexlContext context, Frame frame, JexlOptions options) {
        return new Bounded(this, options, context, frame, budgetNanos);
    }

    private static final class Bounded extends Interpreter {
        private static final int STEPS_BETWEEN_LOOKS = 0xFF;
        private final long budgetNanos;
        private long started;
        private int steps;

        Bounded(Engine engine, JexlOptions options, JexlContext context, Frame frame, long budgetNanos) {
            super(engine, options, context, frame);
            this.budgetNanos = budgetNanos;
        }

        /** Lists and maps are made whole and weighed then; changed afterwards they could outgrow their weight. */
        @Override
        protected void setAttribute(Object object, Object attribute, Object value, JexlNode node) {
            throw new JexlException(node, "a list or map cannot be changed, make a new one");
        }

        /** A variable that is not there is empty; to ask so is the way to find out. */
        @Override
        protected Object visit(ASTEmptyFunction node, Object data) {
            return isMissing(node.jjtGetChild(0)) ? Boolean.TRUE : super.visit(node, data);
        }

        @Override
        protected Object visit(ASTEQNode node, Object data) {
            return isMissingBesideNull(node) ? Boolean.TRUE : super.visit(node, data);
        }

        @Override
        protected Object visit(ASTNENode node, Object data) {
            return isMissingBesideNull(node) ? Boolean.FALSE : super.visit(node, data);
        }

        private boolean isMissingBesideNull(JexlNode node) {
            JexlNode left = node.jjtGetChild(0);
            JexlNode right = node.jjtGetChild(1);
            return right instanceof ASTNullLiteral && isMissing(left) || left instanceof ASTNullLiteral && isMissing(right);
        }

        /** Variables of a script's own live in the frame; a variable of the instance cannot have the value null. */
        private boolean isMissing(JexlNode node) {
            JexlNode inner = node;
            while (inner instanceof ASTReferenceExpression || inner instanceof ASTReference) {
                if (inner.jjtGetNumChildren() != 1) {
                    return false;
                }
                inner = inner.jjtGetChild(0);
            }
            return inner instanceof ASTIdentifier name && name.getSymbol() < 0 && !context.has(name.getName());
        }

        /** Most evaluations end before the first look at the clock. */
        @Override
        protected boolean isCancelled() {
            boolean exhausted = ++steps > MAX_STEPS || (steps & STEPS_BETWEEN_LOOKS) == 0 && isLate();
            return exhausted || super.isCancelled();
        }

        private boolean isLate() {
            long now = System.nanoTime();
            if (started == 0) {
                started = now;
            }
            return now - started > budgetNanos;
        }

        @Override
        protected boolean isCancellable() {
            return true;
        }
    }
}
