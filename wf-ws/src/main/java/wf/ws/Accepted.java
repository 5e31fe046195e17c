package wf.ws;

import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerResponseContext;
import jakarta.ws.rs.container.ContainerResponseFilter;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import wf.contract.OperationReply;

/** Work that is carried out by and by is accepted, and not done; where to look for what comes of it stands in {@code Location}. */
final class Accepted implements ContainerResponseFilter {
    @Override
    public void filter(ContainerRequestContext request, ContainerResponseContext response) {
        if (response.getStatus() == Response.Status.OK.getStatusCode() && response.getEntity() instanceof OperationReply reply && reply.ticket != null) {
            response.setStatusInfo(Response.Status.ACCEPTED);
            response.getHeaders().putSingle(HttpHeaders.LOCATION, request.getUriInfo().getBaseUriBuilder().path("tickets/{id}").build(reply.ticket).toString());
        }
    }
}
