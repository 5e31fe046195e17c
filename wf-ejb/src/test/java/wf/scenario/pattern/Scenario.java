package wf.scenario.pattern;

import java.lang.reflect.Constructor;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import wf.scenario.CoreEngine;

/** One scenario as it can be told: its sentence, its numbers, and the engine on which it has run. */
record Scenario(Class<?> where, Method method, CoreEngine engine) {

    private static final List<Class<? extends Scenarios>> CLASSES = List.of(BranchingTest.class, SynchronisationTest.class, IterationTest.class,
            StateBasedTest.class, TriggersTest.class, MultiInstanceTest.class, CancellationTest.class, TerminationTest.class, SubProcessesTest.class,
            PeopleTest.class, HandlingTest.class, StatesTest.class, StandingStillTest.class, BadInputTest.class);

    /** They run once in a process, also when one fails. */
    private static final class Ran {
        private static final List<Scenario> ALL = CLASSES.stream().flatMap(c -> Stream.of(c.getDeclaredMethods())
                .filter(m -> m.isAnnotationPresent(Test.class)).sorted(Comparator.comparing(Method::getName)).map(m -> run(c, m))).toList();
    }

    /** All of them, in the order of their classes and names. */
    static List<Scenario> all() {
        return Ran.ALL;
    }

    private static Scenario run(Class<? extends Scenarios> where, Method method) {
        try {
            Constructor<? extends Scenarios> constructor = where.getDeclaredConstructor();
            constructor.setAccessible(true);
            method.setAccessible(true);
            Scenarios scenarios = constructor.newInstance();
            method.invoke(scenarios);
            return new Scenario(where, method, scenarios.engine);
        } catch (InvocationTargetException e) {
            throw new AssertionError(where.getSimpleName() + "." + method.getName(), e.getCause());
        } catch (ReflectiveOperationException e) {
            throw new AssertionError(e);
        }
    }

    List<String> patterns() {
        Pattern pattern = method.getAnnotation(Pattern.class);
        return pattern == null ? List.of() : List.of(pattern.value());
    }

    List<Integer> wcps() {
        Wcp wcp = method.getAnnotation(Wcp.class);
        return wcp == null ? List.of() : Arrays.stream(wcp.value()).boxed().toList();
    }

    /** What it shows where the pattern itself cannot be said; empty where it can. */
    String nearest() {
        Wcp wcp = method.getAnnotation(Wcp.class);
        Pattern pattern = method.getAnnotation(Pattern.class);
        return wcp != null && !wcp.nearest().isEmpty() ? wcp.nearest() : pattern == null ? "" : pattern.nearest();
    }

    /** {@code anOrderIsPaid}: An order is paid. */
    String sentence() {
        String words = method.getName().replaceAll("([A-Z])", " $1").toLowerCase(Locale.ROOT).replace("x path", "XPath").replace("bpmn", "BPMN");
        return Character.toUpperCase(words.charAt(0)) + words.substring(1) + ".";
    }
}
