package wf.rule.xpath;

/**
 * What one evaluation may cost, counted in steps: a node that is looked at, a predicate that is asked, a few characters
 * of text. A short expression can ask for the cube of the nodes that there are, so the length of the text bounds nothing.
 * Steps instead of time: the same expression on the same variables ends the same way on every machine.
 */
final class Budget {

    private static final long MAX_STEPS = 1_000_000;
    /** Characters that are handled in the time of a step. */
    private static final int CHARACTERS = 4;

    /** Siblings that are passed in the time of a step; nodes are put in order by passing their siblings. */
    private static final int SIBLINGS = 16;

    private long steps;
    private int siblings;

    void step() {
        steps(1);
    }

    void sibling() {
        if (++siblings == SIBLINGS) {
            siblings = 0;
            step();
        }
    }

    void text(long length) {
        steps(1 + length / CHARACTERS);
    }

    void steps(long more) {
        steps += more;
        if (steps > MAX_STEPS) {
            throw new Exhausted();
        }
    }

    /** Thrown through the library to where the evaluation began; it needs no trace. */
    static final class Exhausted extends RuntimeException {
        private static final long serialVersionUID = 1L;

        Exhausted() {
            super("it took too many steps", null, false, false);
        }
    }
}
