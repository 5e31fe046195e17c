package wf.ws;

import jakarta.inject.Inject;
import jakarta.servlet.DispatcherType;
import jakarta.servlet.FilterRegistration;
import jakarta.servlet.ServletContext;
import jakarta.servlet.ServletContextEvent;
import jakarta.servlet.ServletContextListener;
import jakarta.servlet.ServletRegistration;
import jakarta.servlet.annotation.WebListener;
import jakarta.servlet.http.HttpServlet;
import java.time.InstantSource;
import java.util.EnumSet;
import wf.access.EntryLimit;
import wf.access.FreshSignOn;
import wf.access.Proxies;
import wf.access.SignOn;
import wf.access.filter.LoginFilter;
import wf.face.Catalogue;
import wf.stream.ListStreams;

/**
 * Mounts the faces: which servlet answers under which path, and the filter before them. In code and not in web.xml,
 * because this WAR is merged into others, and because a test mounts the same in a small server.
 */
@WebListener
public class Faces implements ServletContextListener {
    static final String REST = "/api/v1";
    static final String SOAP = "/services";

    @Inject private Catalogue catalogue;
    @Inject private SignOn signOn;
    @Inject private FreshSignOn freshSignOn;
    @Inject private Proxies proxies;
    @Inject private LoginFilter filter;
    @Inject private EntryLimit limit;
    @Inject private ListStreams streams;
    @Inject private InstantSource clock;

    public Faces() { }

    Faces(Catalogue catalogue, SignOn signOn, FreshSignOn freshSignOn, Proxies proxies, LoginFilter filter, EntryLimit limit, ListStreams streams,
            InstantSource clock) {
        this.catalogue = catalogue;
        this.signOn = signOn;
        this.freshSignOn = freshSignOn;
        this.proxies = proxies;
        this.filter = filter;
        this.limit = limit;
        this.streams = streams;
        this.clock = clock;
    }

    @Override
    public void contextInitialized(ServletContextEvent event) {
        ServletContext context = event.getServletContext();
        mount(context, "wf-rest", new RestServlet(catalogue, signOn, filter, limit), REST + "/*");
        mount(context, "wf-soap", new SoapServlet(catalogue, freshSignOn), SOAP + "/*");
        mount(context, "wf-docs", new ApiDocs(), REST + ApiDocs.DOCUMENT, REST + ApiDocs.UI, REST + ApiDocs.UI + "/*");
        mount(context, "wf-list-events", new ListEventServlet(streams, clock), REST + ListEvents.PATH).setAsyncSupported(true);
        FilterRegistration.Dynamic caller = context.addFilter("wf-caller", new CallerFilter(signOn, proxies, filter));
        caller.addMappingForUrlPatterns(EnumSet.of(DispatcherType.REQUEST), false, REST + "/*", SOAP + "/*");
        caller.setAsyncSupported(true);
    }

    private static ServletRegistration.Dynamic mount(ServletContext context, String name, HttpServlet servlet, String... paths) {
        ServletRegistration.Dynamic registration = context.addServlet(name, servlet);
        registration.addMapping(paths);
        registration.setLoadOnStartup(1);
        registration.setInitParameter("hide-service-list-page", "true");
        return registration;
    }
}
