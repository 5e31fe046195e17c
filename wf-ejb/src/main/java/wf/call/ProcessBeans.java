package wf.call;

import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import jakarta.enterprise.inject.literal.NamedLiteral;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.logging.Level;
import java.util.logging.Logger;
import wf.contract.Property;
import wf.contract.ValueType;
import wf.rule.Evaluation;
import wf.runtime.Beans;
import wf.spi.BpmnError;
import wf.spi.ProcessBean;
import wf.spi.ProcessBeanAnswer;
import wf.spi.ProcessBeanCall;
import wf.value.Value;

/** Calls beans of the customer's by their CDI names. Only what is a {@link ProcessBean} can be called, whatever a model names. */
@Singleton
public class ProcessBeans {

    private static final Logger LOG = Logger.getLogger(ProcessBeans.class.getName());
    private static final String VARIABLE = "[A-Za-z][A-Za-z0-9_]{0,99}";

    /** Finds beans and lends them for the length of a call. */
    public interface Lookup {

        /** @return the bean's answer; empty when there is no such bean */
        Optional<ProcessBeanAnswer> call(String bean, ProcessBeanCall call) throws BpmnError;
    }

    private final Lookup lookup;
    private final BeanFailures failures;

    @Inject
    public ProcessBeans(@Any Instance<ProcessBean> beans, BeanFailures failures) {
        this((name, call) -> lent(beans.select(NamedLiteral.of(name)), call), failures);
    }

    /** Where no container finds the beans. */
    public ProcessBeans(Lookup lookup, BeanFailures failures) {
        this.lookup = lookup;
        this.failures = failures;
    }

    private static Optional<ProcessBeanAnswer> lent(Instance<ProcessBean> found, ProcessBeanCall call) throws BpmnError {
        if (!found.isResolvable()) {
            return Optional.empty();
        }
        try (Instance.Handle<ProcessBean> bean = found.getHandle()) {
            return Optional.of(answer(bean.get().call(call)));
        }
    }

    /** A bean that has nothing to say may say nothing. */
    public static ProcessBeanAnswer answer(ProcessBeanAnswer given) {
        return given == null ? new ProcessBeanAnswer() : given;
    }

    /** The beans as one operation sees them; a preview calls nobody. */
    public Beans of(String tenant, boolean preview) {
        return preview ? (bean, call) -> Optional.empty() : (bean, call) -> Optional.of(called(tenant, bean, call));
    }

    private Evaluation<Map<String, Optional<Value>>> called(String tenant, String bean, Beans.Call call) {
        int ordinal = failures.next();
        String what = bean + " " + call.event() + " " + call.nodeId();
        Optional<String> earlier = failures.earlier(ordinal, what);
        if (earlier.isPresent()) {
            return Evaluation.failed(earlier.get());
        }
        try {
            return lookup.call(bean, request(tenant, call)).map(a -> Evaluation.of(values(a)))
                    .orElse(Evaluation.failed("there is no bean " + bean));
        } catch (BpmnError e) {
            return Evaluation.thrown(e.code(), e.getMessage());
        } catch (RuntimeException | LinkageError | StackOverflowError e) {
            LOG.log(Level.WARNING, e, () -> "the bean " + bean + " failed at " + call.nodeId() + " of instance " + call.instanceId());
            throw new BeanFailed(ordinal, what, "the bean " + bean + " failed: " + Calls.excerpt(e.getClass().getSimpleName() + " "
                    + (e.getMessage() == null ? "" : e.getMessage())), e);
        }
    }

    private static ProcessBeanCall request(String tenant, Beans.Call call) {
        ProcessBeanCall request = new ProcessBeanCall();
        request.tenant = tenant;
        request.instanceId = call.instanceId();
        request.definitionKey = call.definitionKey();
        request.businessKey = call.businessKey();
        request.nodeId = call.nodeId();
        request.event = call.event();
        request.variables = properties(call.variables());
        return request;
    }

    private static List<Property> properties(Map<String, Value> values) {
        List<Property> properties = new ArrayList<>();
        values.forEach((name, value) -> {
            Property property = new Property();
            property.name = name;
            property.type = value.type();
            property.value = value.text();
            properties.add(property);
        });
        return properties;
    }

    private static Map<String, Optional<Value>> values(ProcessBeanAnswer answer) {
        Map<String, Optional<Value>> values = new LinkedHashMap<>();
        for (Property property : answer.variables) {
            if (property.name == null || !property.name.matches(VARIABLE)) {
                throw new IllegalArgumentException("it sets \"" + property.name + "\", which cannot be a variable");
            }
            ValueType type = property.type == null ? ValueType.STRING : property.type;
            values.put(property.name, Optional.ofNullable(property.value).map(text -> Value.parse(type, text)));
        }
        return values;
    }
}
