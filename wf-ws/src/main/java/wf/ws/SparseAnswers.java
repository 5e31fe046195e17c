package wf.ws;

import jakarta.annotation.Priority;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.container.ContainerResponseContext;
import jakarta.ws.rs.container.ContainerResponseFilter;
import jakarta.ws.rs.container.ResourceInfo;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import java.lang.reflect.Method;
import java.util.List;
import wf.face.Json;

/**
 * The query parameter {@code fields} of everything that is read: a list on a telephone shows three of thirty fields, and
 * the others need not travel. A wrong name is refused before anything is read.
 */
@Priority(SparseAnswers.LAST)
final class SparseAnswers implements ContainerRequestFilter, ContainerResponseFilter {
    static final String PARAMETER = "fields";
    /** Filters of answers run in falling order: others look at the bean before it becomes a tree. */
    static final int LAST = 1;
    private static final String SELECTION = "wf.fields";

    @Context private ResourceInfo resource;

    /** Whether the answer of this operation can be had in part: one that can also be a file is not. */
    static boolean heeds(Method operation) {
        Produces types = operation.getAnnotation(Produces.class);
        return operation.isAnnotationPresent(GET.class) && FieldSelection.isOf(operation.getReturnType())
                && (types == null || List.of(types.value()).equals(List.of(MediaType.APPLICATION_JSON)));
    }

    @Override
    public void filter(ContainerRequestContext request) {
        Method operation = resource.getResourceMethod();
        Exchange exchange = Exchange.current();
        String paths = QueryString.of(exchange.request()).get(PARAMETER);
        if (paths != null && heeds(operation)) {
            request.setProperty(SELECTION, FieldSelection.of(paths, operation.getReturnType(), exchange.locale()));
        }
    }

    @Override
    public void filter(ContainerRequestContext request, ContainerResponseContext response) {
        Object entity = response.getEntity();
        if (request.getProperty(SELECTION) instanceof FieldSelection selection && entity != null && FieldSelection.isOf(entity.getClass())
                && response.getStatus() == 200) {
            response.setEntity(selection.from(Json.MAPPER.valueToTree(entity)));
        }
    }
}
