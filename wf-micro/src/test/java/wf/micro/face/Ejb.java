package wf.micro.face;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.ObjectInputStream;
import java.io.ObjectOutputStream;
import java.lang.reflect.Method;
import java.lang.reflect.Parameter;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import wf.client.AccessService;
import wf.client.CallContext;
import wf.client.DefinitionService;
import wf.client.InstanceService;
import wf.client.MonitorService;
import wf.client.NoticeService;
import wf.client.OrgService;
import wf.client.WfException;
import wf.client.WorkItemService;
import wf.contract.Problem;

/**
 * The face of session beans on a full server, as another application there sees it: a small one beside the product
 * (wf-ear/servers/bridge) calls what is posted to it.
 */
public final class Ejb implements Face {
    private static final List<Class<?>> GROUPS = List.of(DefinitionService.class, InstanceService.class, WorkItemService.class, AccessService.class,
            OrgService.class, MonitorService.class, NoticeService.class);

    private final URI url;
    private final HttpClient client = HttpClient.newHttpClient();

    public Ejb(URI url) {
        this.url = url;
    }

    @Override
    public <R> R call(String person, Class<R> reply, String operation, Map<String, Object> arguments) {
        Method method = GROUPS.stream().flatMap(g -> Arrays.stream(g.getMethods())).filter(m -> m.getName().equals(operation)).findFirst().orElseThrow();
        Object[] all = Arrays.stream(method.getParameters()).map(p -> argument(p, arguments.get(p.getName()))).toArray();
        all[0] = CallContext.ofPerson(person, "wf-demo-1");
        try {
            Object answer = answer(method, all);
            if (answer instanceof WfException refused) {
                Problem problem = refused.getProblem();
                throw new Refusal(problem.status, problem.code == null ? "" : problem.code.name(), problem.message, refused.getMessage());
            }
            return reply.cast(answer);
        } catch (IOException | ClassNotFoundException e) {
            throw new Unanswered(e);
        }
    }

    private Object answer(Method method, Object[] arguments) throws IOException, ClassNotFoundException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ObjectOutputStream out = new ObjectOutputStream(bytes)) {
            out.writeUTF(method.getDeclaringClass().getSimpleName().replace("Service", ""));
            out.writeUTF(method.getName());
            out.writeObject(arguments);
        }
        HttpRequest request = HttpRequest.newBuilder(url).timeout(Duration.ofSeconds(60)).POST(BodyPublishers.ofByteArray(bytes.toByteArray())).build();
        try {
            HttpResponse<byte[]> answer = client.send(request, BodyHandlers.ofByteArray());
            if (answer.statusCode() != 200) {
                throw new AssertionError("no bean was called: " + answer.statusCode());
            }
            try (ObjectInputStream in = new ObjectInputStream(new ByteArrayInputStream(answer.body()))) {
                return in.readObject();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new Unanswered(e);
        }
    }

    /** As the parameter has it: numbers of the scenarios are not always of its size. */
    private static Object argument(Parameter parameter, Object value) {
        Class<?> type = parameter.getType();
        if (type == long.class || type == Long.class) {
            return value == null ? null : ((Number) value).longValue();
        }
        return type == boolean.class ? Boolean.TRUE.equals(value) : value;
    }
}
