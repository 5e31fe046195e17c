package wf.rule.jexl;

import java.lang.reflect.Constructor;
import java.lang.reflect.Field;
import java.lang.reflect.Method;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.commons.jexl3.introspection.JexlPermissions;

/**
 * What a script may touch: named reading methods of the few types that a variable can have, and nothing else. The
 * library's own ready-made permissions had holes in the past, so this list starts from nothing: no class, field,
 * constructor or package is visible unless it stands here.
 */
final class AllowList implements JexlPermissions {

    private static final Set<String> TEXT = Set.of("length", "isEmpty", "isBlank", "contains", "startsWith", "endsWith",
            "indexOf", "substring", "trim", "strip", "toUpperCase", "toLowerCase", "equals", "equalsIgnoreCase", "compareTo",
            "charAt");
    private static final Set<String> NUMBER = Set.of("intValue", "longValue", "doubleValue", "compareTo", "equals", "abs",
            "negate", "signum");
    private static final Set<String> TIME = Set.of("getYear", "getMonthValue", "getDayOfMonth", "getDayOfYear", "getHour",
            "getMinute", "getSecond", "isBefore", "isAfter", "isEqual", "plusDays", "minusDays", "plusMonths",
            "minusMonths", "plusYears", "minusYears", "plusHours", "minusHours", "toLocalDate", "compareTo", "equals",
            "lengthOfMonth", "isLeapYear");
    private static final Set<String> LIST = Set.of("size", "isEmpty", "contains", "get", "indexOf", "iterator");
    private static final Set<String> MAP = Set.of("size", "isEmpty", "containsKey", "get", "keySet", "values");

    private static final Map<Class<?>, Set<String>> METHODS = Map.ofEntries(
            Map.entry(String.class, TEXT), Map.entry(Boolean.class, Set.of("equals", "booleanValue")),
            Map.entry(Integer.class, NUMBER), Map.entry(Long.class, NUMBER), Map.entry(Double.class, NUMBER),
            Map.entry(BigInteger.class, NUMBER), Map.entry(BigDecimal.class, NUMBER),
            Map.entry(LocalDate.class, TIME), Map.entry(OffsetDateTime.class, TIME),
            Map.entry(List.class, LIST), Map.entry(Map.class, MAP),
            Map.entry(Functions.class, Set.of("throwError")),
            Map.entry(Decisions.class, Set.of("reject", "skip", "redirect", "participants")),
            Map.entry(Execution.class, Set.of("getVariable", "hasVariable")));

    @Override
    public boolean allow(Class<?> type) {
        return type.isPrimitive() || type.isArray() || METHODS.keySet().stream().anyMatch(known -> known.isAssignableFrom(type));
    }

    @Override
    public boolean allow(Class<?> type, Method method) {
        return METHODS.entrySet().stream()
                .anyMatch(e -> e.getKey().isAssignableFrom(type) && e.getValue().contains(method.getName()));
    }

    @Override
    public boolean allow(Method method) {
        return allow(method.getDeclaringClass(), method);
    }

    @Override
    public boolean allow(Constructor<?> constructor) {
        return false;
    }

    @Override
    public boolean allow(Field field) {
        return false;
    }

    @Override
    public boolean allow(Package aPackage) {
        return METHODS.keySet().stream().anyMatch(known -> known.getPackage().equals(aPackage));
    }

    @Override
    public JexlPermissions compose(String... source) {
        return this;
    }
}
