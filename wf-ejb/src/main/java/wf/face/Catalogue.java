package wf.face;

import jakarta.annotation.PostConstruct;
import jakarta.ejb.EJB;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.lang.reflect.Method;
import java.time.InstantSource;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Consumer;
import wf.access.KnownOperations;
import wf.audit.AccessLog;
import wf.audit.Attempt;
import wf.service.AccessService;
import wf.service.DefinitionService;
import wf.service.InstanceService;
import wf.service.MonitorService;
import wf.service.NoticeService;
import wf.service.OrgService;
import wf.service.WorkItemService;

/**
 * Every operation of every group by its name. Read from the service beans themselves, so that there is no second list
 * to keep: a public service method that takes the caller first is an operation on every face. Names are unique over all
 * groups, since a JMS message names an operation only.
 */
@ApplicationScoped
public class Catalogue implements KnownOperations {
    /** The groups; a new service bean is added here and as a field below. */
    public static final List<Class<?>> GROUPS =
            List.of(DefinitionService.class, InstanceService.class, WorkItemService.class, AccessService.class, OrgService.class,
                    MonitorService.class, NoticeService.class);

    /** Operation names that are no Java names, as they stand in {@code OpenReply} and in the history. */
    private static final Map<String, String> ALIASES = Map.of("return", "returnItem");

    @EJB private DefinitionService definitions;
    @EJB private InstanceService instances;
    @EJB private WorkItemService workItems;
    @EJB private AccessService access;
    @EJB private OrgService org;
    @EJB private MonitorService monitor;
    @EJB private NoticeService notices;
    @Inject private AccessLog log;
    @Inject private InstantSource clock = InstantSource.system();

    private final Map<String, Call> calls = new TreeMap<>();

    /** A catalogue over given beans, for tests and programs without a container. */
    public static Catalogue of(Object... beans) {
        Catalogue catalogue = new Catalogue();
        catalogue.addAll(List.of(beans), attempt -> { });
        return catalogue;
    }

    @PostConstruct
    void build() {
        addAll(List.of(definitions, instances, workItems, access, org, monitor, notices), log::note);
    }

    public Optional<Call> find(String operation) {
        return Optional.ofNullable(calls.get(ALIASES.getOrDefault(operation, operation)));
    }

    @Override
    public boolean has(String operation) {
        return calls.containsKey(operation);
    }

    public Collection<Call> calls() {
        return Collections.unmodifiableCollection(calls.values());
    }

    private void addAll(List<Object> beans, Consumer<Attempt> log) {
        for (Class<?> group : GROUPS) {
            Object bean = beans.stream().filter(group::isInstance).findFirst()
                    .orElseThrow(() -> new IllegalStateException("no bean for " + group.getName()));
            for (Method method : group.getDeclaredMethods()) {
                if (Call.isOperation(method)) {
                    add(new Call(group, method, bean, log, clock));
                }
            }
        }
    }

    private void add(Call call) {
        Call other = calls.put(call.name(), call);
        if (other != null) {
            throw new IllegalStateException("two operations are called " + call.name());
        }
    }
}
