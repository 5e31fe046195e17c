package wf.rule.jexl;

import java.lang.reflect.Array;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.Collection;
import java.util.Map;

/**
 * How much text a value of a script would make. A list can stand in another one twice, and that one in a third twice:
 * a few steps would make more text, or more comparisons, than the machine can bear. So no structure may outgrow what
 * a variable can hold.
 */
final class Weight {

    private static final int OF_ANYTHING = 50;

    private Weight() { }

    static long of(Object value) {
        if (value instanceof CharSequence text) {
            return text.length();
        } else if (value instanceof BigInteger || value instanceof BigDecimal) {
            return 12 + BoundedArithmetic.bits(value) / 3;
        } else if (value instanceof Collection<?> many) {
            return many.stream().mapToLong(Weight::inside).sum();
        } else if (value instanceof Map<?, ?> map) {
            return map.entrySet().stream().mapToLong(e -> inside(e.getKey()) + inside(e.getValue())).sum();
        } else if (value != null && value.getClass().isArray()) {
            return ofArray(value);
        }
        return OF_ANYTHING;
    }

    private static long ofArray(Object array) {
        if (array.getClass().getComponentType().isPrimitive()) {
            return Array.getLength(array);
        }
        long sum = 0;
        for (Object element : (Object[]) array) {
            sum += inside(element);
        }
        return sum;
    }

    /** Numbers and the like weigh little inside a structure, so that long lists of them stay possible. */
    private static long inside(Object element) {
        boolean heavy = element instanceof CharSequence || element instanceof Collection<?> || element instanceof Map<?, ?>
                || element instanceof BigInteger || element instanceof BigDecimal || element != null && element.getClass().isArray();
        return 1 + (heavy ? of(element) : 0);
    }
}
