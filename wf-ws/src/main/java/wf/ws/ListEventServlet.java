package wf.ws;

import jakarta.servlet.AsyncContext;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.InstantSource;
import java.util.Arrays;
import java.util.Locale;
import wf.contract.ErrorCode;
import wf.contract.Problem;
import wf.face.Refusals;
import wf.refusal.Messages;
import wf.stream.ListStream;
import wf.stream.ListStreams;

/**
 * Tells browsers and programs that their lists have changed (docs/lists.md). A servlet of its own beside those of CXF, since a stream has no
 * reply to bind: it leaves the request open and its thread to others.
 */
final class ListEventServlet extends HttpServlet {
    private static final long serialVersionUID = 1L;
    private static final String TYPE = "text/event-stream";

    private final transient ListStreams streams;
    private final transient InstantSource clock;

    ListEventServlet(ListStreams streams, InstantSource clock) {
        this.streams = streams;
        this.clock = clock;
    }

    @Override
    protected void service(HttpServletRequest request, HttpServletResponse response) throws IOException {
        Exchange exchange = new Exchange(request);
        if (!request.getMethod().equals("GET")) {
            ProblemAnswer.send(exchange, response, Problems.http(405, exchange));
            return;
        }
        if ("cross-site".equals(request.getHeader("Sec-Fetch-Site"))) {
            // A foreign page could not read it, but take the places of whoever looks at that page.
            throw Refusals.refused(ErrorCode.FORBIDDEN, exchange.locale(), "csrf");
        }
        QueryString.of(request).keySet().stream().findFirst().ifPresent(name -> {
            throw Refusals.invalidInput(exchange.locale(), "parameter.unknown", name, "–");
        });
        if (!accepts(request.getHeader("Accept"))) {
            ProblemAnswer.send(exchange, response, notAcceptable(exchange));
            return;
        }
        ListStream stream = streams.open(exchange.signedOn(), request.getHeader("Last-Event-ID"));
        try {
            begin(request, response, stream);
        } catch (IOException | RuntimeException e) {
            streams.close(stream);
            throw e;
        }
    }

    private void begin(HttpServletRequest request, HttpServletResponse response, ListStream stream) throws IOException {
        response.setContentType(TYPE);
        response.setCharacterEncoding("UTF-8");
        // nginx would gather events before it hands them on.
        response.setHeader("X-Accel-Buffering", "no");
        AsyncContext context = request.startAsync();
        // It is over when the stream says so, and not after the time that a server gives a slow answer.
        context.setTimeout(0);
        EventLine line = new EventLine(streams, stream, context, response.getOutputStream(), clock);
        context.addListener(line);
        line.listen();
        stream.over(line);
    }

    private static Problem notAcceptable(Exchange exchange) {
        Problem problem = Problems.http(406, exchange);
        problem.message = Messages.text(exchange.locale(), "http.406.stream");
        return problem;
    }

    private static boolean accepts(String header) {
        return header == null || Arrays.stream(header.toLowerCase(Locale.ROOT).split(",")).map(type -> type.replaceFirst(";.*", "").strip())
                .anyMatch(type -> type.equals(TYPE) || type.equals("text/*") || type.equals("*/*"));
    }

    /** Whoever listens would otherwise hold up the end of the application. */
    @Override
    public void destroy() {
        streams.closeAll();
    }
}
