package wf.ws;

import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Map;
import java.util.Properties;

/**
 * The OpenAPI document and Swagger UI, as files. The document was made from the ports by a test, which fails when they
 * no longer agree; so nothing that generates it is part of the product. The page shows this document only, whatever its
 * URL asks for, and gets by without inline scripts and styles.
 */
final class ApiDocs extends HttpServlet {
    private static final long serialVersionUID = 1L;
    static final String DOCUMENT = "/openapi.json";
    static final String UI = "/api-docs";

    private static final String WEBJAR = "/META-INF/resources/webjars/swagger-ui/" + version() + "/";
    private static final String POLICY = "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; "
            + "connect-src 'self'; form-action 'none'; base-uri 'none'; frame-ancestors 'none'";

    private record File(String resource, String type) { }

    private static final Map<String, File> FILES = Map.of(
            DOCUMENT, new File("openapi.json", "application/json"),
            UI, new File("api-docs.html", "text/html;charset=UTF-8"),
            UI + "/start.js", new File("api-docs.js", "text/javascript;charset=UTF-8"),
            UI + "/page.css", new File("api-docs.css", "text/css;charset=UTF-8"),
            UI + "/swagger-ui.css", new File(WEBJAR + "swagger-ui.css", "text/css;charset=UTF-8"),
            UI + "/swagger-ui-bundle.js", new File(WEBJAR + "swagger-ui-bundle.js", "text/javascript;charset=UTF-8"));

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
        Exchange exchange = new Exchange(request);
        File file = FILES.get(exchange.path().substring(Faces.REST.length()));
        if (file == null) {
            ProblemAnswer.send(exchange, response, Problems.http(404, exchange));
            return;
        }
        response.setContentType(file.type());
        response.setHeader("Content-Security-Policy", POLICY);
        try (InputStream content = ApiDocs.class.getResourceAsStream(file.resource())) {
            content.transferTo(response.getOutputStream());
        }
    }

    private static String version() {
        Properties properties = new Properties();
        try (InputStream in = ApiDocs.class.getResourceAsStream("/META-INF/maven/org.webjars/swagger-ui/pom.properties")) {
            properties.load(in);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return properties.getProperty("version");
    }
}
