import foreign.definition.DefinitionPort;
import foreign.definition.DefinitionRequest;
import foreign.definition.DefinitionService;
import foreign.definition.DeployRequest;
import foreign.instance.AttachRequest;
import foreign.instance.AttachmentInfo;
import foreign.instance.HistoryEntry;
import foreign.instance.InstanceInfo;
import foreign.instance.InstancePort;
import foreign.instance.InstanceService;
import foreign.instance.StartRequest;
import foreign.work.WorkListKind;
import foreign.work.SubmitRequest;
import foreign.work.ValueType;
import foreign.work.Property;
import foreign.work.WorkItemPort;
import foreign.work.WorkItemService;
import jakarta.xml.ws.BindingProvider;
import jakarta.xml.ws.soap.SOAPBinding;
import java.net.URI;
import java.net.URL;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;

/** Takes a contract over SOAP from its deployment to its end, with nothing but the classes that CXF makes of the WSDL. */
public class Contract {
    private static final String KEY = System.getenv("WF_KEY");
    private static final String TITLE = "合同 & <java>";

    public static void main(String[] arguments) throws Exception {
        DeployRequest file = new DeployRequest();
        file.setSource(Files.readAllBytes(Path.of(System.getenv("WF_MODEL"))));
        DefinitionPort definitions = as("admin", new DefinitionService(wsdl("DefinitionPort")).getDefinitionPort());
        definitions.release(definitions.deploy(file).getDefinitions().get(0).getId(), new DefinitionRequest());

        InstancePort instances = as("zhao", new InstanceService(wsdl("InstancePort")).getInstancePort());
        StartRequest start = new StartRequest();
        start.setDefinitionKey("contract");
        start.setBusinessKey(KEY);
        start.setTitle(TITLE);
        long instance = instances.start(start).getInstanceId();
        submit("zhao", "请审核", variable("party", ValueType.STRING, "ACME"), variable("amount", ValueType.DECIMAL, "128000.00"));
        attach(instances, instance);
        ((SOAPBinding) ((BindingProvider) instances).getBinding()).setMTOMEnabled(true);
        attach(instances, instance);

        for (String person : List.of("li", "sun")) {
            work(person).claim(item(person, WorkListKind.CLAIMABLE), null);
        }
        for (String person : List.of("li", "sun", "qian", "wang")) {
            submit(person, "同意");
        }
        refused(instances);
        InstanceInfo found = instances.getInstance(instance);
        must(found.getTitle().equals(TITLE) && found.getStartedAt().getTimezone() % 15 == 0, "title or start are others");
        System.out.println("history " + instances.getHistory(instance).getEntries().stream().map(HistoryEntry::getOperation)
                .collect(Collectors.joining(" ")));
        System.out.println("instance " + instance + " " + found.getState());
    }

    private static void attach(InstancePort instances, long instance) throws Exception {
        byte[] content = new byte[10240];
        for (int i = 0; i < content.length; i++) {
            content[i] = (byte) i;
        }
        AttachRequest file = new AttachRequest();
        file.setName("合同.bin");
        file.setContentType("application/x-contract");
        file.setContent(content);
        AttachmentInfo attached = instances.attach(instance, file);
        must(Arrays.equals(instances.getAttachment(attached.getId()).getContent(), content), "another content");
        System.out.println("attachment " + attached.getSize());
    }

    private static void refused(InstancePort instances) {
        try {
            instances.getInstance(9007199254740991L);
        } catch (foreign.instance.WfFault fault) {
            foreign.instance.Problem problem = fault.getFaultInfo();
            System.out.println("fault " + problem.getCode() + " " + problem.isRetryable() + " " + problem.getMessage());
        }
    }

    private static void submit(String person, String opinion, Property... variables) throws Exception {
        SubmitRequest request = new SubmitRequest();
        request.setOpinion(opinion);
        request.getVariables().addAll(List.of(variables));
        work(person).submit(item(person, WorkListKind.TODO), request);
    }

    private static long item(String person, WorkListKind kind) throws Exception {
        return work(person).listWorkItems(kind, null, null, null, null, KEY, null, null, null, null, null, null, null, null, null).getItems().get(0).getId();
    }

    private static Property variable(String name, ValueType type, String value) {
        Property variable = new Property();
        variable.setName(name);
        variable.setType(type);
        variable.setValue(value);
        return variable;
    }

    private static WorkItemPort work(String person) throws Exception {
        return as(person, new WorkItemService(wsdl("WorkItemPort")).getWorkItemPort());
    }

    private static <P> P as(String person, P port) {
        ((BindingProvider) port).getRequestContext().put(BindingProvider.USERNAME_PROPERTY, person);
        ((BindingProvider) port).getRequestContext().put(BindingProvider.PASSWORD_PROPERTY, System.getenv("WF_PASSWORD"));
        return port;
    }

    private static URL wsdl(String port) throws Exception {
        return URI.create(System.getenv("WF_SERVICES") + port + "?wsdl").toURL();
    }

    private static void must(boolean holds, String what) {
        if (!holds) {
            throw new IllegalStateException(what);
        }
    }
}
