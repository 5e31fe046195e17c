package wf.ws;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Enumeration;
import wf.spi.LoginCall;

/** What login adapters see of a request. */
record Login(Exchange exchange) implements LoginCall {

    /** Of a header that stands there twice nobody knows which the proxy wrote. */
    @Override
    public String header(String name) {
        HttpServletRequest request = exchange.request();
        Enumeration<String> values = request.getHeaders(name);
        String first = values.hasMoreElements() ? values.nextElement() : null;
        return values.hasMoreElements() ? null : first;
    }

    @Override
    public String parameter(String name) {
        return QueryString.of(exchange.request()).get(name);
    }

    @Override
    public boolean isFromProxy() {
        return exchange.isFromProxy();
    }

    /** Nowhere for whoever only looks: a ticket counts once. */
    @Override
    public String target() {
        return isEntry() ? parameter("target") : null;
    }

    @Override
    public boolean isEntry() {
        return exchange.path().equals(Faces.REST + SessionResource.ENTER) && CallerFilter.isVisit(exchange.request());
    }

    @Override
    public String remembered() {
        return isEntry() ? EntryCookie.of(exchange).orElse(null) : null;
    }
}
