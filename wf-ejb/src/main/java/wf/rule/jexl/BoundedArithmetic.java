package wf.rule.jexl;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.MathContext;
import java.util.regex.Pattern;
import org.apache.commons.jexl3.JexlArithmetic;

/**
 * Exact decimals, and operators that cannot be used to fill the memory or to burn time inside one step: text has a
 * greatest length, numbers a greatest size, lists and maps a greatest weight, and there are no regular expressions.
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
            bounded(Weight.of(left) + Weight.of(right), MAX_TEXT, "text");
        }
        return super.add(left, right);
    }

    @Override
    public Object divide(Object left, Object right) {
        notZero(right);
        return super.divide(left, right);
    }

    @Override
    public Object mod(Object left, Object right) {
        notZero(right);
        return super.mod(left, right);
    }

    /** The library's own sentence for it is a single stroke. */
    private static void notZero(Object divisor) {
        if (divisor instanceof Number number && number.doubleValue() == 0) {
            throw new ArithmeticException("division by zero");
        }
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

    @Override
    public ArrayBuilder arrayBuilder(int size, boolean extended) {
        ArrayBuilder builder = super.arrayBuilder(size, extended);
        return new ArrayBuilder() {
            @Override
            public void add(Object value) {
                builder.add(value);
            }

            @Override
            public Object create(boolean asList) {
                return structure(builder.create(asList));
            }
        };
    }

    @Override
    public SetBuilder setBuilder(int size, boolean extended) {
        SetBuilder builder = super.setBuilder(size, extended);
        return new SetBuilder() {
            @Override
            public void add(Object value) {
                builder.add(value);
            }

            @Override
            public Object create() {
                return structure(builder.create());
            }
        };
    }

    @Override
    public MapBuilder mapBuilder(int size, boolean extended) {
        MapBuilder builder = super.mapBuilder(size, extended);
        return new MapBuilder() {
            @Override
            public void put(Object key, Object value) {
                builder.put(key, value);
            }

            @Override
            public Object create() {
                return structure(builder.create());
            }
        };
    }

    private static Object structure(Object made) {
        bounded(Weight.of(made), MAX_TEXT, "list or map");
        return made;
    }

    static long bits(Object value) {
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
