package wf.service;

import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import wf.bpmn.BpmnReader;
import wf.command.Kernel;

/** Gives the container the pure core, which knows no container. */
public class KernelProducer {

    @Produces
    @Singleton
    public Kernel kernel() {
        return new Kernel();
    }

    @Produces
    @Singleton
    public BpmnReader reader(Kernel kernel) {
        return kernel.reader();
    }
}
