package wf.node.call;

import wf.rule.Expression;

/** What an automatic node calls; exactly one of these. */
public sealed interface Call {

    /** A bean of the customer's, inside the transaction. */
    record Bean(String name) implements Call { }

    /** Nobody: an expression whose value is the result. */
    record Pure(Expression expression) implements Call { }

    /** Somebody outside, after the commit. */
    record Remote(RemoteCall call) implements Call { }
}
