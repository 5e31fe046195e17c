package wf.ws;

import com.fasterxml.jackson.jakarta.rs.json.JacksonJsonProvider;
import jakarta.servlet.ServletConfig;
import java.util.List;
import java.util.Map;
import org.apache.cxf.endpoint.Server;
import org.apache.cxf.jaxrs.JAXRSServerFactoryBean;
import org.apache.cxf.jaxrs.lifecycle.SingletonResourceProvider;
import org.apache.cxf.transport.common.gzip.GZIPOutInterceptor;
import org.apache.cxf.transport.servlet.CXFNonSpringServlet;
import wf.access.EntryLimit;
import wf.access.SignOn;
import wf.access.filter.LoginFilter;
import wf.face.Catalogue;
import wf.face.Json;

/** REST: publishes the ports and the few resources that only REST has. */
final class RestServlet extends CXFNonSpringServlet {
    private static final long serialVersionUID = 1L;

    private final transient Catalogue catalogue;
    private final transient SignOn signOn;
    private final transient LoginFilter filter;
    private final transient EntryLimit limit;

    RestServlet(Catalogue catalogue, SignOn signOn, LoginFilter filter, EntryLimit limit) {
        this.catalogue = catalogue;
        this.signOn = signOn;
        this.filter = filter;
        this.limit = limit;
    }

    @Override
    protected void loadBus(ServletConfig config) {
        super.loadBus(config);
        JAXRSServerFactoryBean factory = new JAXRSServerFactoryBean(new RootResources());
        factory.setBus(getBus());
        factory.setAddress("/");
        publish(factory, DefinitionPort.class);
        InstancePort instances = publish(factory, InstancePort.class);
        publish(factory, WorkItemPort.class);
        AccessPort access = publish(factory, AccessPort.class);
        publish(factory, OrgPort.class);
        publish(factory, NoticePort.class);
        publish(factory, MetricsResource.class, new MetricsResource(publish(factory, MonitorPort.class)));
        publish(factory, FileResource.class, new FileResource(instances));
        publish(factory, SessionResource.class, new SessionResource(access, signOn, filter, limit));
        factory.setProviders(List.of(new JacksonJsonProvider(Json.MAPPER), new RawBody(), new DefinitionFile(),
                new ParameterTypes(), new KnownParameters(), new SparseAnswers(), new EntityTags(), new Accepted(), new ProblemMapper()));
        factory.setProperties(Map.of("default.wae.mapper.least.specific", true));
        Server server = factory.create();
        server.getEndpoint().getOutInterceptors().add(new GZIPOutInterceptor(1024));
    }

    private <P> P publish(JAXRSServerFactoryBean factory, Class<P> port) {
        P bound = Binding.of(port, catalogue, new RestFace());
        publish(factory, port, bound);
        return bound;
    }

    private static void publish(JAXRSServerFactoryBean factory, Class<?> type, Object resource) {
        factory.setResourceClasses(type);
        factory.setResourceProvider(type, new SingletonResourceProvider(resource));
    }
}
