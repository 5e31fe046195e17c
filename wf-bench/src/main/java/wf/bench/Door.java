package wf.bench;

import jakarta.annotation.PostConstruct;
import jakarta.annotation.Resource;
import jakarta.ejb.ConcurrencyManagement;
import jakarta.ejb.ConcurrencyManagementType;
import jakarta.ejb.DependsOn;
import jakarta.ejb.SessionContext;
import jakarta.ejb.Singleton;
import jakarta.ejb.Startup;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.util.Map;
import java.util.function.Function;
import wf.command.Accepting;
import wf.command.Attempts;
import wf.command.CommandBus;
import wf.command.DefinitionCommands;
import wf.job.Rhythm;
import wf.job.Shifts;
import wf.store.InstanceStore;
import wf.store.Transactions;

/**
 * The way into the container for a harness in the same JVM, which sees none of our classes: a function over types of
 * Java, left among the system properties. It calls the bean as any client of it does, so that the container's
 * transactions, injection and pool are on the way; only HTTP is not.
 */
@Startup
@Singleton
@DependsOn("Migrator")
@ConcurrencyManagement(ConcurrencyManagementType.BEAN)
@TransactionAttribute(TransactionAttributeType.SUPPORTS)
public class Door {

    public static final String NAME = "wf.bench.door";
    @Inject
    private Attempts attempts;
    @Inject
    private Transactions transactions;
    @Inject
    private CommandBus bus;
    @Inject
    private DefinitionCommands definitions;
    @Inject
    private InstanceStore instances;
    @Inject
    private Accepting accepting;
    @Inject
    private Rhythm rhythm;
    @Inject
    private Shifts shifts;
    @Resource
    private SessionContext context;
    private Client client;
    private Late late;

    @PostConstruct
    void open() {
        client = new Client(attempts, transactions, bus, definitions, instances);
        late = new Late(attempts, accepting);
        Door self = context.getBusinessObject(Door.class);
        ClassLoader ours = Thread.currentThread().getContextClassLoader();
        Function<Object[], Object> function = call -> {
            Thread.currentThread().setContextClassLoader(ours);
            return self.answer(call);
        };
        System.getProperties().put(NAME, function);
    }

    /** The name of a call and its arguments, as the harness knows them. */
    @SuppressWarnings("unchecked")
    public Object answer(Object[] call) {
        switch ((String) call[0]) {
            case "start":
                return client.start((String) call[1], (String) call[2], (Map<String, Object>) call[3]);
            case "openItems":
                return client.openItems((Long) call[1]);
            case "complete":
                client.complete((String) call[1], (Map<String, Object>) call[2]);
                return null;
            case "deploy":
                client.deploy((byte[]) call[1]);
                return null;
            case "accept":
                late.handIn((String) call[1], (Map<String, Object>) call[2]);
                return null;
            case "jobs":
                work((Boolean) call[1]);
                return null;
            default:
                throw new IllegalArgumentException((String) call[0]);
        }
    }

    /** Whether this node does what is due. */
    private void work(boolean does) {
        rhythm.stop(!does);
        shifts.begin();
    }
}
