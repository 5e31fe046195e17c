package wf.bench;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import wf.access.Caller;
import wf.command.Attempts;
import wf.command.Command;
import wf.command.CommandBus;
import wf.command.DefinitionCommands;
import wf.contract.DefinitionInfo;
import wf.contract.DefinitionRequest;
import wf.contract.DeployRequest;
import wf.contract.OperationReply;
import wf.contract.OperationRequest;
import wf.contract.Property;
import wf.contract.StartRequest;
import wf.contract.SubmitRequest;
import wf.instance.WorkItem;
import wf.store.InstanceStore;
import wf.store.Transactions;
import wf.value.Value;

/**
 * A program that uses the engine as a careful client does: every write has an idempotency key of its own, is tried again
 * on a conflict and runs in one transaction. An open item is told as {@code id:owner}, since only its owner may submit it.
 */
public final class Client {

    private static final String TENANT = "default";
    private static final String STARTER = "u1";
    private final Attempts attempts;
    private final Transactions transactions;
    private final CommandBus bus;
    private final DefinitionCommands definitions;
    private final InstanceStore instances;

    public Client(Attempts attempts, Transactions transactions, CommandBus bus, DefinitionCommands definitions, InstanceStore instances) {
        this.attempts = attempts;
        this.transactions = transactions;
        this.bus = bus;
        this.definitions = definitions;
        this.instances = instances;
    }

    static Caller caller(String person) {
        return new Caller(TENANT, person, "REST", "127.0.0.1", Locale.ENGLISH);
    }

    public void deploy(byte[] bpmn) {
        Caller administrator = caller(People.ADMINISTRATOR);
        DeployRequest request = new DeployRequest();
        request.source = bpmn;
        List<DefinitionInfo> deployed = attempts.of(Locale.ENGLISH, () -> definitions.deploy(administrator, request)).definitions;
        deployed.forEach(d -> attempts.of(Locale.ENGLISH, () -> definitions.release(administrator, d.id, new DefinitionRequest())));
    }

    public long start(String definition, String businessKey, Map<String, Object> variables) {
        return start(STARTER, definition, businessKey, variables);
    }

    public long start(String starter, String definition, String businessKey, Map<String, Object> variables) {
        StartRequest request = filled(new StartRequest(), variables);
        request.definitionKey = definition;
        request.businessKey = businessKey;
        return execute(starter, Command.create("start", request)).instanceId;
    }

    /** One statement: the open items as they are stored. */
    public List<String> openItems(long instance) {
        return transactions.required(() -> instances.openItems(TENANT, instance)).stream().map(Client::told).toList();
    }

    private static String told(WorkItem item) {
        return item.id() + ":" + item.owner();
    }

    public void complete(String item, Map<String, Object> variables) {
        int colon = item.indexOf(':');
        SubmitRequest request = filled(new SubmitRequest(), variables);
        execute(item.substring(colon + 1), Command.onItem("submit", Long.parseLong(item.substring(0, colon)), request));
    }

    /** The open item, which nobody holds, becomes the person's. */
    public void claim(String item, String person) {
        execute(person, Command.onItem("claim", Long.parseLong(item.substring(0, item.indexOf(':'))), filled(new OperationRequest(), Map.of())));
    }

    private OperationReply execute(String person, Command command) {
        return attempts.of(Locale.ENGLISH, () -> bus.execute(caller(person), command));
    }

    static <R extends OperationRequest> R filled(R request, Map<String, Object> variables) {
        request.opId = UUID.randomUUID().toString();
        variables.forEach((name, value) -> request.variables.add(property(name, Value.of(value))));
        return request;
    }

    private static Property property(String name, Value value) {
        Property property = new Property();
        property.name = name;
        property.type = value.type();
        property.value = value.text();
        return property;
    }
}
