package wf.ws;

import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.container.ResourceInfo;
import jakarta.ws.rs.core.Context;
import java.lang.reflect.Method;
import java.lang.reflect.Parameter;
import java.util.Set;
import java.util.TreeSet;
import wf.face.Refusals;
import wf.face.RequestFields;

/** Refuses query parameters that an operation does not know: a misspelt filter would silently find too much. */
final class KnownParameters implements ContainerRequestFilter {
    @Context private ResourceInfo resource;

    @Override
    public void filter(ContainerRequestContext request) {
        Exchange exchange = Exchange.current();
        Set<String> known = known(resource.getResourceMethod());
        for (String name : QueryString.of(exchange.request()).keySet()) {
            if (!known.contains(name)) {
                throw Refusals.invalidInput(
                        exchange.locale(), "parameter.unknown", name, String.join(", ", known));
            }
        }
    }

    static Set<String> known(Method method) {
        Set<String> known = new TreeSet<>();
        if (SparseAnswers.heeds(method)) {
            known.add(SparseAnswers.PARAMETER);
        }
        for (Parameter parameter : method.getParameters()) {
            QueryParam query = parameter.getAnnotation(QueryParam.class);
            if (query != null) {
                known.add(query.value());
            }
            if (RequestFields.find(parameter.getType(), "preview") != null) {
                known.add("preview");
            }
            known.addAll(RawBody.parameters(parameter.getType()));
        }
        return known;
    }
}
