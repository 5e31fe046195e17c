package wf.ws;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;

/** How {@link ListEventServlet} stands in the OpenAPI document. It is no operation of the engine: what goes on for as long as one likes has no reply. */
@Path("/")
@Tag(name = "WorkItem")
public interface ListEvents {
    String PATH = "/worklists/events";

    @GET
    @Path(PATH)
    @Produces(MediaType.SERVER_SENT_EVENTS)
    @Operation(summary = "Tells, as server-sent events, which of the caller's lists have changed, for as long as he listens", operationId = "followWorkLists",
            description = "Each event is named after a list (todo, claimable, overdue, done, passed, toread, read, started, drafts) and says only that it has changed: read"
                    + " the list then. The event all means each of them: it comes first, and whenever it is not known which ones have changed. Whoever comes again"
                    + " with Last-Event-ID is told what he has missed. At most 30 minutes; then come again. It goes on until then: read it as it comes, and not as one answer.")
    @ApiResponse(responseCode = "200", description = "The stream", content = @Content(mediaType = MediaType.SERVER_SENT_EVENTS, schema = @Schema(type = "string",
            example = "event: todo\ndata: {\"list\":\"TODO\",\"at\":\"2026-11-21T08:00:00.123Z\"}\nid: 1795248000123\n\n")))
    String followWorkLists(@Parameter(description = "The id of the last event that was heard; browsers send it by themselves") @HeaderParam("Last-Event-ID") String lastEventId);
}
