package wf.ws;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import wf.contract.Attachment;
import wf.contract.ProcessInfo;
import wf.contract.ProcessInfoFormat;

/**
 * REST only: what is a file and no JSON. An attachment is to be saved: a browser must never show it, for anybody may have
 * put it there. Process information is to be looked at.
 */
@Path("/")
@Tag(name = "Instance")
public class FileResource {
    private final InstancePort instances;

    FileResource(InstancePort instances) {
        this.instances = instances;
    }

    @GET
    @Path("attachments/{attachmentId}/content")
    @Produces(MediaType.WILDCARD)
    @Operation(summary = "Downloads an attachment", operationId = "downloadAttachment")
    @ApiResponse(responseCode = "200", description = "The file", content = @Content(
            mediaType = MediaType.APPLICATION_OCTET_STREAM, schema = @Schema(type = "string", format = "binary")))
    public Response download(@PathParam("attachmentId") long attachmentId) throws WfFault {
        Attachment attachment = instances.getAttachment(attachmentId);
        return Response.ok(attachment.content, mediaType(attachment.info.contentType))
                .header(HttpHeaders.CONTENT_DISPOSITION, disposition(attachment.info.name))
                .header("Content-Security-Policy", "default-src 'none'; sandbox")
                .build();
    }

    /** Without scripts and links, whatever people typed; the sheet brings its own style and nothing else. */
    @GET
    @Path("instances/{instanceId}/process-info/document")
    @Produces(MediaType.WILDCARD)
    @Operation(summary = "Process information as a document of its own, to look at, print or save", operationId = "processInfoDocument")
    @ApiResponse(responseCode = "200", description = "The document", content = @Content(
            mediaType = MediaType.TEXT_HTML, schema = @Schema(type = "string")))
    public Response processInfo(@PathParam("instanceId") long instanceId, @QueryParam("format") ProcessInfoFormat format,
            @QueryParam("columns") String columns, @QueryParam("locale") String locale) throws WfFault {
        ProcessInfo info = instances.formatProcessInfo(instanceId, format, columns, locale);
        return Response.ok(info.content.getBytes(StandardCharsets.UTF_8), info.mediaType + ";charset=UTF-8")
                .header("Content-Security-Policy", "default-src 'none'; style-src 'unsafe-inline'; sandbox")
                .build();
    }

    private static MediaType mediaType(String type) {
        try {
            MediaType media = type == null ? MediaType.APPLICATION_OCTET_STREAM_TYPE : MediaType.valueOf(type);
            return media.isWildcardType() || media.isWildcardSubtype() ? MediaType.APPLICATION_OCTET_STREAM_TYPE : media;
        } catch (IllegalArgumentException unreadable) {
            return MediaType.APPLICATION_OCTET_STREAM_TYPE;
        }
    }

    /** The name in full for browsers, and one of plain letters for old clients (RFC 6266). */
    static String disposition(String name) {
        String encoded = URLEncoder.encode(name, StandardCharsets.UTF_8).replace("+", "%20").replace("*", "%2A");
        return "attachment; filename=\"" + name.replaceAll("[^A-Za-z0-9._ -]", "_") + "\"; filename*=UTF-8''" + encoded;
    }
}
