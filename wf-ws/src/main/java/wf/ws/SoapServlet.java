package wf.ws;

import jakarta.servlet.ServletConfig;
import java.util.Map;
import javax.xml.namespace.QName;
import org.apache.cxf.endpoint.Server;
import org.apache.cxf.jaxws.JaxWsServerFactoryBean;
import org.apache.cxf.transport.common.gzip.GZIPOutInterceptor;
import org.apache.cxf.transport.servlet.CXFNonSpringServlet;
import wf.face.Catalogue;

/** SOAP 1.1, document/literal wrapped: publishes each port under its name, with its WSDL at {@code ?wsdl}. */
final class SoapServlet extends CXFNonSpringServlet {
    private static final long serialVersionUID = 1L;

    private final transient Catalogue catalogue;

    SoapServlet(Catalogue catalogue) {
        this.catalogue = catalogue;
    }

    @Override
    protected void loadBus(ServletConfig config) {
        super.loadBus(config);
        publish(DefinitionPort.class);
        publish(InstancePort.class);
        publish(WorkItemPort.class);
        publish(AccessPort.class);
        publish(OrgPort.class);
        publish(NoticePort.class);
        publish(MonitorPort.class);
    }

    private <P> void publish(Class<P> port) {
        String name = port.getSimpleName();
        JaxWsServerFactoryBean factory = new JaxWsServerFactoryBean();
        factory.setBus(getBus());
        factory.setServiceClass(port);
        factory.setServiceBean(Binding.of(port, catalogue, new SoapFace()));
        factory.setServiceName(new QName(Soap.NAMESPACE, name.replace("Port", "Service")));
        factory.setEndpointName(new QName(Soap.NAMESPACE, name));
        factory.setAddress("/" + name);
        factory.setProperties(Map.of("schema-validation-enabled", true,
                "org.apache.cxf.logging.FaultListener", new SilentFaults()));
        Server server = factory.create();
        server.getEndpoint().getInInterceptors().add(new KnownOperation());
        server.getEndpoint().getOutFaultInterceptors().add(new SoapFaults());
        server.getEndpoint().getOutInterceptors().add(new GZIPOutInterceptor(1024));
    }
}
