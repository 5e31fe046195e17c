package wf.ws;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.nio.charset.StandardCharsets;
import wf.contract.MetricsText;

/** REST only: the measures as Prometheus fetches them. */
@Path("/")
@Tag(name = "Monitor")
public class MetricsResource {

    private final MonitorPort monitor;

    MetricsResource(MonitorPort monitor) {
        this.monitor = monitor;
    }

    @GET
    @Path("metrics/prometheus")
    @Produces(MediaType.WILDCARD)
    @Operation(summary = "All measures of the node that answers, in Prometheus' text format; for operators", operationId = "prometheus")
    @ApiResponse(responseCode = "200", description = "The measures", content = @Content(mediaType = MediaType.TEXT_PLAIN, schema = @Schema(type = "string")))
    public Response prometheus() throws WfFault {
        MetricsText metrics = monitor.getMetrics();
        return Response.ok(metrics.content.getBytes(StandardCharsets.UTF_8), metrics.mediaType + "; charset=utf-8").build();
    }
}
