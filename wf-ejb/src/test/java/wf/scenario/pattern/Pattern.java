package wf.scenario.pattern;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** Flow patterns of §3 that the scenario proves, by their numbers. */
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.METHOD)
@interface Pattern {

    String[] value();

    /** Where the pattern cannot be said exactly in BPMN, what the scenario shows instead. */
    String nearest() default "";
}
