package wf.ws;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import wf.access.Caller;
import wf.access.SignOn;
import wf.contract.LoginRequest;
import wf.contract.PasswordRequest;
import wf.contract.WhoAmI;
import wf.face.Refusals;

/** REST only, for the web UI: signing on and off, and changing one's own password. */
@Path("/")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Access")
public class SessionResource {
    static final String LOGIN = "/login";
    static final String LOGOUT = "/logout";

    private final AccessPort access;
    private final SignOn signOn;

    SessionResource(AccessPort access, SignOn signOn) {
        this.access = access;
        this.signOn = signOn;
    }

    @POST
    @Path(LOGIN)
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(summary = "Signs on by password; the answer sets the session cookie")
    public WhoAmI login(LoginRequest request, @Parameter(hidden = true) @Context HttpServletResponse response)
            throws WfFault {
        Exchange exchange = Exchange.current();
        LoginRequest login = request == null ? new LoginRequest() : request;
        Caller caller = signOn.byPassword(required(exchange, "loginName", login.loginName),
                required(exchange, "password", login.password), "UI", exchange.request().getRemoteAddr(), exchange.locale());
        exchange.signOn(caller);
        WhoAmI whoAmI = access.whoAmI();
        SessionCookie.set(exchange.request(), response, signOn.openSession(caller));
        return whoAmI;
    }

    @POST
    @Path(LOGOUT)
    @Operation(summary = "Signs off")
    @ApiResponse(responseCode = "204", description = "Signed off")
    public Response logout(@Parameter(hidden = true) @Context HttpServletResponse response) {
        HttpServletRequest request = Exchange.current().request();
        SessionCookie.of(request).token().ifPresent(signOn::closeSession);
        SessionCookie.clear(request, response);
        return Response.noContent().build();
    }

    @POST
    @Path("password")
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(summary = "Changes the caller's own password", operationId = "changePassword")
    @ApiResponse(responseCode = "204", description = "Changed")
    public Response changePassword(PasswordRequest request) {
        Exchange exchange = Exchange.current();
        PasswordRequest change = request == null ? new PasswordRequest() : request;
        signOn.changePassword(exchange.signedOn(), required(exchange, "oldPassword", change.oldPassword),
                required(exchange, "newPassword", change.newPassword));
        return Response.noContent().build();
    }

    private static String required(Exchange exchange, String name, String value) {
        if (value == null || value.isEmpty()) {
            throw Refusals.invalidInput(exchange.locale(), "required", name);
        }
        return value;
    }
}
