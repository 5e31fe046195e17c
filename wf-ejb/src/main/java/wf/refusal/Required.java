package wf.refusal;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * An argument of an operation that says what the operation is about: nobody is asked to carry it out without. On REST such a
 * one stands in the path and cannot be left out; over SOAP, JMS and from other applications it can.
 */
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.PARAMETER)
public @interface Required {
}
