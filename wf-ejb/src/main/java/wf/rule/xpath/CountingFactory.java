package wf.rule.xpath;

import java.util.List;
import org.jaxen.Context;
import org.jaxen.ContextSupport;
import org.jaxen.JaxenException;
import org.jaxen.Navigator;
import org.jaxen.expr.DefaultXPathFactory;
import org.jaxen.expr.Expr;
import org.jaxen.expr.Predicate;
import org.jaxen.expr.PredicateSet;

/**
 * Predicates that count: what stands in one is evaluated for every node, also when it looks at none itself. How much
 * stands in one is not known, so the length of the whole expression is taken for it.
 */
final class CountingFactory extends DefaultXPathFactory {

    private static final int CHARACTERS = 16;
    private final int cost;

    CountingFactory(String text) {
        this.cost = 1 + text.length() / CHARACTERS;
    }

    private static Budget budget(Navigator navigator) {
        return ((Tree) navigator).budget();
    }

    @Override
    public Predicate createPredicate(Expr expression) throws JaxenException {
        return super.createPredicate(new Counted(expression, cost));
    }

    @Override
    public PredicateSet createPredicateSet() {
        return new CountedSet();
    }

    private static final class CountedSet extends PredicateSet {
        private static final long serialVersionUID = 1L;

        @Override
        @SuppressWarnings("rawtypes")
        protected List evaluatePredicates(List nodes, ContextSupport support) throws JaxenException {
            budget(support.getNavigator()).steps(getPredicates().size());
            return super.evaluatePredicates(nodes, support);
        }
    }

    private static final class Counted implements Expr {
        private static final long serialVersionUID = 1L;
        private final int cost;
        private Expr counted;

        Counted(Expr counted, int cost) {
            this.counted = counted;
            this.cost = cost;
        }

        @Override
        public Object evaluate(Context context) throws JaxenException {
            budget(context.getNavigator()).steps(cost);
            return counted.evaluate(context);
        }

        @Override
        public String getText() {
            return counted.getText();
        }

        /** Called by the library once, after parsing and before anything is evaluated. */
        @Override
        public Expr simplify() {
            counted = counted.simplify();
            return this;
        }
    }
}
