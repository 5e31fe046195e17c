package wf.ws;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.Optional;
import java.util.function.Supplier;
import wf.access.Caller;
import wf.access.EntryLimit;
import wf.access.SignOn;
import wf.access.filter.LoginFilter;
import wf.contract.ErrorCode;
import wf.contract.LoginRequest;
import wf.contract.PasswordRequest;
import wf.contract.WhoAmI;
import wf.face.Refusals;
import wf.spi.LoginClaim;

/** REST only, for the web UI: signing on and off, and changing one's own password. */
@Path("/")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Access")
public class SessionResource {
    static final String LOGIN = "/login";
    static final String LOGOUT = "/logout";
    static final String ENTER = "/enter";

    private final AccessPort access;
    private final SignOn signOn;
    private final LoginFilter filter;
    private final EntryLimit limit;

    SessionResource(AccessPort access, SignOn signOn, LoginFilter filter, EntryLimit limit) {
        this.limit = limit;
        this.access = access;
        this.signOn = signOn;
        this.filter = filter;
    }

    @POST
    @Path(LOGIN)
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(summary = "Signs on by password; the answer sets the session cookie")
    public WhoAmI login(LoginRequest request, @Parameter(hidden = true) @Context HttpServletResponse response)
            throws WfFault {
        Exchange exchange = Exchange.current();
        LoginRequest login = request == null ? new LoginRequest() : request;
        String name = required(exchange, "loginName", login.loginName);
        String password = required(exchange, "password", login.password);
        Caller caller = login.newPassword == null
                ? signOn.byPassword(name, password, "UI", exchange.clientIp(), exchange.locale())
                : signOn.byNewPassword(name, password, login.newPassword, "UI", exchange.clientIp(), exchange.locale());
        exchange.signOn(caller);
        WhoAmI whoAmI = access.whoAmI();
        open(exchange, response, () -> signOn.openSession(caller));
        return whoAmI;
    }

    /** To a browser that a page elsewhere sent here: so whatever the token says, it says it to nobody but this product. */
    @GET
    @Path(ENTER)
    @Operation(summary = "Lets a browser in by a token that a program got for its person, or by what a login adapter knows, and sends it on to the page",
            operationId = "enter")
    @ApiResponse(responseCode = "303", description = "Signed on; the session cookie is set, and Location is the page. Or Location is where to sign on first")
    public Response enter(@QueryParam("target") String target, @QueryParam("token") String token, @QueryParam("ticket") String ticket,
            @QueryParam("code") String code, @QueryParam("state") String state, @QueryParam("iss") String issuer, @QueryParam("error") String error,
            @Parameter(hidden = true) @Context HttpServletResponse response) {
        Exchange exchange = Exchange.current();
        response.setHeader("Referrer-Policy", "no-referrer");
        if (!CallerFilter.isVisit(exchange.request())) {
            return Response.noContent().build();
        }
        limit.mayEnter(exchange.clientIp(), exchange.locale());
        boolean isAsked = token == null && (SignOn.isOwnPage(target) || target == null && state != null);
        Optional<LoginClaim> claim = isAsked ? exchange.claim(filter) : Optional.empty();
        if (claim.map(LoginClaim::address).isPresent()) {
            Optional.ofNullable(claim.get().remembered()).ifPresent(remembered -> EntryCookie.set(exchange, response, remembered));
            return Response.status(Response.Status.SEE_OTHER).header("Location", claim.get().address()).build();
        }
        Caller caller = claim.isPresent() ? signOn.byClaim(claim.get(), "UI", exchange.clientIp(), exchange.locale())
                : signOn.byEntryToken(token, target, exchange.clientIp(), exchange.locale());
        String page = claim.map(LoginClaim::target).orElse(target);
        if (!SignOn.isOwnPage(page)) {
            throw Refusals.refused(ErrorCode.UNAUTHENTICATED, exchange.locale(), "unauthenticated");
        }
        open(exchange, response, claim.isPresent() ? () -> signOn.openSession(caller, claim.get()) : () -> signOn.openSession(caller));
        EntryCookie.of(exchange).ifPresent(used -> EntryCookie.clear(exchange, response));
        return Response.status(Response.Status.SEE_OTHER).header("Location", page).build();
    }

    /** A session is always a new one, and the one that the browser had is none any more. */
    private void open(Exchange exchange, HttpServletResponse response, Supplier<String> session) {
        SessionCookie.of(exchange.request()).token().ifPresent(signOn::closeSession);
        SessionCookie.set(exchange, response, session.get());
    }

    @POST
    @Path(LOGOUT)
    @Operation(summary = "Signs off")
    @ApiResponse(responseCode = "204", description = "Signed off; Location, where there is one, is where the browser signs off, too, since it was signed on there")
    public Response logout(@Parameter(hidden = true) @Context HttpServletResponse response) {
        Exchange exchange = Exchange.current();
        Optional<String> elsewhere = SessionCookie.of(exchange.request()).token().flatMap(signOn::signOff).flatMap(filter::signOff);
        SessionCookie.clear(exchange, response);
        Response.ResponseBuilder answer = Response.noContent();
        elsewhere.ifPresent(address -> answer.header("Location", address));
        return answer.build();
    }

    @POST
    @Path("password")
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(summary = "Changes the caller's own password", operationId = "changePassword")
    @ApiResponse(responseCode = "204", description = "Changed")
    public Response changePassword(PasswordRequest request) {
        Exchange exchange = Exchange.current();
        SignOn.mustBeHimself(exchange.signedOn());
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
