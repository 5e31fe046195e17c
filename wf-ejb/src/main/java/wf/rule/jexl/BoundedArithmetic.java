package wf.rule.jexl;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.MathContext;
import java.util.regex.Pattern;
import org.apache.commons.jexl3.JexlArithmetic;

/**
 * Exact decimals, and operators that cannot be used to fill the memory or to burn time inside one step: text has a
 * greatest length, numbers a greatest size, and there are no regular expressions.
 */
final class BoundedArithmetic extends JexlArithmetic {

    private static final int MAX_TEXT = 100_000;
    private static final int MAX_BITS = 4_000;

    BoundedArithmetic() {
        super(true, MathContext.DECIMAL128, Integer.MIN_VALUE);
    }

    /** The library would otherwise quietly fall back to its own unbounded arithmetic when some option differs. */
    @Override
    protected JexlArithmetic createWithOptions(boolean strict, MathContext context, int scale) {
        return this;
    }

    @Override
    public Object add(Object left, Object right) {
        if (left instanceof CharSequence || right instanceof CharSequence) {
            bounded(length(left) + length(right), MAX_TEXT, "text");
        }
        return super.add(left, right);
    }

    @Override
    public Object multiply(Object left, Object right) {
        bounded(bits(left) + bits(right), MAX_BITS, "number");
        return super.multiply(left, right);
    }

    @Override
    public Boolean contains(Object container, Object value) {
        if (container instanceof CharSequence || container instanceof Pattern) {
            throw new ArithmeticException("=~ looks into lists and maps only; for text use .contains(…)");
        }
        return super.contains(container, value);
    }

    private static long length(Object value) {
        return value instanceof CharSequence s ? s.length() : 50;
    }

    private static long bits(Object value) {
        if (value instanceof BigInteger i) {
            return i.bitLength();
        }
        return value instanceof BigDecimal d ? d.unscaledValue().bitLength() : Long.SIZE;
    }

    private static void bounded(long size, long max, String what) {
        if (size > max) {
            throw new ArithmeticException("a " + what + " grew too large");
        }
    }
}
