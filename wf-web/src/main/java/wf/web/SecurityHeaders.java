package wf.web;

import jakarta.servlet.Filter;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.ServletRequest;
import jakarta.servlet.ServletResponse;
import jakarta.servlet.annotation.WebFilter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;

/**
 * Adds the security headers to every page and file of the UI.
 *
 * <p>Scripts and styles come from our own files only, never from inside a page; nobody may frame us. Where the
 * services live in the same archive, their answers keep the headers that they set themselves, since Swagger UI
 * needs a looser policy than ours.
 */
@WebFilter(filterName = "securityHeaders", urlPatterns = "/*", asyncSupported = true)
public class SecurityHeaders implements Filter {
    static final String POLICY = "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:;"
            + " font-src 'self'; connect-src 'self'; base-uri 'none'; form-action 'self'; frame-ancestors 'none'";
    private static final String FOREVER = "public, max-age=31536000, immutable";

    @Override
    public void doFilter(ServletRequest request, ServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        if (request instanceof HttpServletRequest page && response instanceof HttpServletResponse answer) {
            addHeaders(page.getServletPath(), answer);
        }
        chain.doFilter(request, response);
    }

    static void addHeaders(String path, HttpServletResponse answer) {
        answer.setHeader("X-Content-Type-Options", "nosniff");
        answer.setHeader("Referrer-Policy", "no-referrer");
        if (isService(path)) {
            return;
        }
        answer.setHeader("Content-Security-Policy", POLICY);
        answer.setHeader("X-Frame-Options", "DENY");
        answer.setHeader("Cache-Control", path.startsWith("/assets/") ? FOREVER : "no-cache");
    }

    private static boolean isService(String path) {
        return path.equals("/api") || path.startsWith("/api/")
                || path.equals("/services") || path.startsWith("/services/");
    }
}
