import com.example.wf.ApiClient;
import com.example.wf.ApiException;
import com.example.wf.JSON;
import com.example.wf.api.DefinitionApi;
import com.example.wf.api.InstanceApi;
import com.example.wf.api.WorkItemApi;
import com.example.wf.model.AttachRequest;
import com.example.wf.model.AttachmentInfo;
import com.example.wf.model.DefinitionRequest;
import com.example.wf.model.DeployRequest;
import com.example.wf.model.HistoryEntry;
import com.example.wf.model.InstanceInfo;
import com.example.wf.model.ProblemDetails;
import com.example.wf.model.Property;
import com.example.wf.model.StartRequest;
import com.example.wf.model.SubmitRequest;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.stream.Collectors;

/** Takes a contract over REST from its deployment to its end, with nothing but what openapi-generator makes of the OpenAPI document. */
public class RestContract {
    private static final String KEY = System.getenv("WF_KEY");
    private static final String TITLE = "合同 & <rest>";

    public static void main(String[] arguments) throws Exception {
        DefinitionApi definitions = new DefinitionApi(as("admin"));
        DeployRequest file = new DeployRequest().source(Files.readAllBytes(Path.of(System.getenv("WF_MODEL"))));
        long definition = definitions.deploy(null, null, null, file).getDefinitions().get(0).getId();
        definitions.release(definition, null, null, new DefinitionRequest());

        InstanceApi instances = new InstanceApi(as("zhao"));
        StartRequest start = new StartRequest().definitionKey("contract").businessKey(KEY).title(TITLE);
        long instance = instances.start(KEY, null, null, start).getInstanceId();
        must(instance == instances.start(KEY, null, null, start).getInstanceId(), "the same key has begun another instance");
        submit("zhao", "请审核", variable("party", Property.TypeEnum.STRING, "ACME"), variable("amount", Property.TypeEnum.DECIMAL, "128000.00"));
        attach(instances, instance);

        for (String person : List.of("li", "sun")) {
            work(person).claim(item(person, "claimable"), null, null, null, null);
        }
        for (String person : List.of("li", "sun", "qian", "wang")) {
            submit(person, "同意");
        }
        refused(instances);
        InstanceInfo found = instances.getInstance(instance, null);
        must(found.getTitle().equals(TITLE) && found.getStartedAt() != null, "title or start are others");
        System.out.println("history " + instances.getHistory(instance, null).getEntries().stream().map(HistoryEntry::getOperation)
                .collect(Collectors.joining(" ")));
        System.out.println("instance " + instance + " " + found.getState());
    }

    private static void attach(InstanceApi instances, long instance) throws Exception {
        byte[] content = new byte[10240];
        for (int i = 0; i < content.length; i++) {
            content[i] = (byte) i;
        }
        AttachRequest file = new AttachRequest().name("合同.bin").contentType("application/x-contract").content(content);
        AttachmentInfo attached = instances.attach(instance, null, null, null, file);
        must(Arrays.equals(instances.getAttachment(attached.getId(), null).getContent(), content), "another content");
        System.out.println("attachment " + attached.getSize());
    }

    private static void refused(InstanceApi instances) throws Exception {
        try {
            instances.getInstance(9007199254740991L, null);
        } catch (ApiException refusal) {
            ProblemDetails problem = JSON.getDefault().getMapper().readValue(refusal.getResponseBody(), ProblemDetails.class);
            must(refusal.getCode() == problem.getStatus(), "another status");
            System.out.println("fault " + problem.getCode() + " " + problem.getRetryable() + " " + problem.getMessage());
        }
    }

    private static void submit(String person, String opinion, Property... variables) throws Exception {
        work(person).submit(item(person, "todo"), null, null, null, new SubmitRequest().opinion(opinion).variables(List.of(variables)));
    }

    private static long item(String person, String kind) throws Exception {
        return work(person).listWorkItems(WorkItemApi.APIListWorkItemsRequest.newBuilder().kind(kind).businessKey(KEY).build()).getItems().get(0).getId();
    }

    private static Property variable(String name, Property.TypeEnum type, String value) {
        return new Property().name(name).type(type).value(value);
    }

    private static WorkItemApi work(String person) {
        return new WorkItemApi(as(person));
    }

    private static ApiClient as(String person) {
        String credentials = Base64.getEncoder().encodeToString((person + ":" + System.getenv("WF_PASSWORD")).getBytes(StandardCharsets.UTF_8));
        ApiClient client = new ApiClient();
        client.updateBaseUri(System.getenv("WF_SERVICES"));
        client.setRequestInterceptor(request -> request.header("Authorization", "Basic " + credentials));
        return client;
    }

    private static void must(boolean holds, String what) {
        if (!holds) {
            throw new IllegalStateException(what);
        }
    }
}
