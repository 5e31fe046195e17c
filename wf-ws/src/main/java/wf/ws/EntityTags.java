package wf.ws;

import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerResponseContext;
import jakarta.ws.rs.container.ContainerResponseFilter;
import jakarta.ws.rs.core.HttpHeaders;
import wf.contract.History;
import wf.contract.InstanceInfo;
import wf.contract.OpenReply;
import wf.contract.OperationReply;

/** Puts the version of an instance into the header {@code ETag}, for {@code If-Match} in the next request. */
final class EntityTags implements ContainerResponseFilter {
    @Override
    public void filter(ContainerRequestContext request, ContainerResponseContext response) {
        Long version = version(response.getEntity());
        if (version != null && response.getStatus() == 200) {
            response.getHeaders().putSingle(HttpHeaders.ETAG, "\"" + version + "\"");
        }
    }

    /** The version that the reply tells, or null; that of a preview never comes to be. */
    private static Long version(Object entity) {
        if (entity instanceof OperationReply reply) {
            return reply.preview ? null : Long.valueOf(reply.version);
        }
        InstanceInfo instance = entity instanceof OpenReply open ? open.instance
                : entity instanceof History history ? history.instance
                : entity instanceof InstanceInfo info ? info : null;
        return instance == null ? null : Long.valueOf(instance.version);
    }
}
