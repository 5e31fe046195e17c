package wf.scenario.pattern;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** Control-flow patterns of the Workflow Patterns initiative that the scenario proves, by their numbers of 2006. */
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.METHOD)
@interface Wcp {

    int[] value();

    /** Where the pattern cannot be said exactly in BPMN, what the scenario shows instead. */
    String nearest() default "";
}
