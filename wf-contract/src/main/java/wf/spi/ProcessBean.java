package wf.spi;

/**
 * A bean that automatic nodes and listeners call by its CDI name ({@code @Named("price")}).
 *
 * <p>It runs inside the transaction of the operation that brought the process to it. What it writes by means of that
 * transaction stays exactly when the operation does. The operation may be tried again when somebody else was faster, and
 * the bean with it, so what lies outside the transaction belongs into a remote call instead. A preview calls no bean.
 */
public interface ProcessBean {

    /**
     * Does the work.
     *
     * @return variables to set, or null for none
     * @throws BpmnError for an outcome that the model may catch; what the bean wrote stays
     * @throws RuntimeException when it fails: all that it wrote is rolled back, and the process stands still at an incident
     */
    ProcessBeanAnswer call(ProcessBeanCall call) throws BpmnError;
}
