package wf.command;

import jakarta.enterprise.inject.Produces;
import wf.bpmn.BpmnReader;

/** Gives beans the kernel's model reader, which is no bean itself since the core knows no container. */
public class ReaderProducer {

    @Produces
    public BpmnReader reader(Kernel kernel) {
        return kernel.reader();
    }
}
