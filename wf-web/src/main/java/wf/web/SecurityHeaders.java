package wf.web;

import jakarta.servlet.Filter;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletContext;
import jakarta.servlet.ServletException;
import jakarta.servlet.ServletRequest;
import jakarta.servlet.ServletResponse;
import jakarta.servlet.annotation.WebFilter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.net.MalformedURLException;

/**
 * Adds the security headers to every page and file of the UI.
 *
 * <p>Scripts and styles come from our own files only, never from inside a page; nobody may frame us. Where the
 * services live in the same archive, their answers keep the headers that they set themselves, since Swagger UI
 * needs a looser policy than ours.
 */
@WebFilter(filterName = "securityHeaders", urlPatterns = "/*", asyncSupported = true)
public class SecurityHeaders implements Filter {
    private static final String POLICY = "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:;"
            + " font-src 'self'; connect-src 'self'; base-uri 'none'; form-action 'self'; frame-ancestors 'none'";
    private static final String FOREVER = "public, max-age=31536000, immutable";

    @Override
    public void doFilter(ServletRequest request, ServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        if (request instanceof HttpServletRequest page && response instanceof HttpServletResponse answer) {
            addHeaders(page, answer);
        }
        chain.doFilter(request, response);
    }

    private static void addHeaders(HttpServletRequest page, HttpServletResponse answer) throws MalformedURLException {
        String path = page.getServletPath();
        answer.setHeader("X-Content-Type-Options", "nosniff");
        answer.setHeader("Referrer-Policy", "no-referrer");
        if (isService(path)) {
            return;
        }
        answer.setHeader("Content-Security-Policy", POLICY);
        answer.setHeader("X-Frame-Options", "DENY");
        answer.setHeader("Cache-Control", isBuiltFile(path, page.getServletContext()) ? FOREVER : "no-cache");
    }

    /** Built files carry a hash in their names. One that another node does not have yet must not be missing forever. */
    private static boolean isBuiltFile(String path, ServletContext files) throws MalformedURLException {
        return path.startsWith("/assets/") && files.getResource(path) != null;
    }

    private static boolean isService(String path) {
        return path.equals("/api") || path.startsWith("/api/")
                || path.equals("/services") || path.startsWith("/services/");
    }
}
