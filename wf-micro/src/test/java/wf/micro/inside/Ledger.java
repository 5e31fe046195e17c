package wf.micro.inside;

import jakarta.annotation.Resource;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.transaction.TransactionSynchronizationRegistry;
import wf.contract.ValueType;
import wf.service.DefinitionService;
import wf.spi.BpmnError;
import wf.spi.ProcessBean;
import wf.spi.ProcessBeanAnswer;
import wf.spi.ProcessBeanCall;

/** A bean as a customer would write it: it writes by the product itself, in the transaction of the operation that calls it. */
@Named("ledger")
@Dependent
public class Ledger implements ProcessBean {

    @Inject
    private DefinitionService definitions;
    @Resource(lookup = "java:comp/TransactionSynchronizationRegistry")
    private TransactionSynchronizationRegistry registry;

    @Override
    public ProcessBeanAnswer call(ProcessBeanCall call) throws BpmnError {
        definitions.deploy(InsideIT.ADMIN, InsideIT.model("booked" + call.businessKey));
        switch (call.businessKey) {
            case "FAIL": throw new IllegalStateException("the ledger is closed");
            case "ERROR": throw new BpmnError("CLOSED");
            default: return new ProcessBeanAnswer().set("status", ValueType.INTEGER, String.valueOf(registry.getTransactionStatus()));
        }
    }
}
