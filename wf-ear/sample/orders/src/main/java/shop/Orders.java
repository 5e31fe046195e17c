package shop;

import jakarta.annotation.Resource;
import jakarta.ejb.EJB;
import jakarta.ejb.SessionContext;
import jakarta.ejb.Stateless;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.math.BigDecimal;
import wf.client.CallContext;
import wf.client.InstanceService;
import wf.client.WfException;
import wf.client.WorkItemService;
import wf.contract.OperationReply;
import wf.contract.Property;
import wf.contract.StartRequest;
import wf.contract.SubmitRequest;
import wf.contract.ValueType;

/**
 * Orders and the processes that decide on them, in one transaction: both are there, or neither is. The product takes part
 * in the transaction that the container begins for each of these methods, and neither commits nor repeats anything in it.
 */
@Stateless
public class Orders {
    @PersistenceContext(unitName = "shop")
    private EntityManager em;
    @EJB
    private InstanceService instances;
    @EJB
    private WorkItemService workItems;
    @Resource
    private SessionContext session;

    /**
     * Stores an order and hands it to whoever decides; where that is refused, there is no order either.
     *
     * @throws WfException the transaction is rolled back; where {@link WfException#isRetryable} says so, place it again
     */
    public long place(CallContext buyer, String process, String id, BigDecimal amount) throws WfException {
        try {
            PurchaseOrder order = stored(buyer, id, amount);
            OperationReply started = instances.start(buyer, start(process, order));
            order.instanceId = started.instanceId;
            workItems.submit(buyer, started.itemsCreated.get(0).id, new SubmitRequest());
            return started.instanceId;
        } catch (WfException refused) {
            session.setRollbackOnly();
            throw refused;
        }
    }

    /**
     * The same, but an order is stored in any case: where nobody can decide on it now, it waits. So a refusal that has
     * written nothing need not cost the caller what he has done before.
     *
     * @return whether a process decides on it
     */
    public boolean placeOrKeep(CallContext buyer, String process, String id, BigDecimal amount) throws WfException {
        PurchaseOrder order = stored(buyer, id, amount);
        try {
            order.instanceId = instances.start(buyer, start(process, order)).instanceId;
            return true;
        } catch (WfException refused) {
            if (session.getRollbackOnly()) {
                throw refused;
            }
            return false;
        }
    }

    /** Changes an order together with its process. */
    public void handIn(CallContext buyer, String id, long workItemId, BigDecimal amount) throws WfException {
        em.find(PurchaseOrder.class, id).amount = amount;
        workItems.submit(buyer, workItemId, new SubmitRequest());
    }

    /** The order, as it is stored; null where there is none. */
    public PurchaseOrder find(String id) {
        return em.find(PurchaseOrder.class, id);
    }

    private PurchaseOrder stored(CallContext buyer, String id, BigDecimal amount) {
        PurchaseOrder order = new PurchaseOrder();
        order.id = id;
        order.buyer = String.valueOf(buyer);
        order.amount = amount;
        em.persist(order);
        return order;
    }

    private static StartRequest start(String process, PurchaseOrder order) {
        StartRequest request = new StartRequest();
        request.definitionKey = process;
        request.businessKey = order.id;
        Property amount = new Property();
        amount.name = "amount";
        amount.type = ValueType.DECIMAL;
        amount.value = order.amount.toPlainString();
        request.variables.add(amount);
        return request;
    }
}
