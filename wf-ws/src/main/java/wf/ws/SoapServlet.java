package wf.ws;

import jakarta.servlet.ServletConfig;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.logging.Level;
import java.util.logging.Logger;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.xml.namespace.QName;
import org.apache.cxf.annotations.SchemaValidation.SchemaValidationType;
import org.apache.cxf.binding.soap.Soap11;
import org.apache.cxf.binding.soap.Soap12;
import org.apache.cxf.binding.soap.SoapVersion;
import org.apache.cxf.binding.soap.interceptor.Soap12FaultOutInterceptor;
import org.apache.cxf.endpoint.Server;
import org.apache.cxf.interceptor.AbstractOutDatabindingInterceptor;
import org.apache.cxf.jaxws.JaxWsServerFactoryBean;
import org.apache.cxf.transport.common.gzip.GZIPOutInterceptor;
import org.apache.cxf.transport.servlet.CXFNonSpringServlet;
import wf.access.FreshSignOn;
import wf.face.Catalogue;

/**
 * Document/literal wrapped: publishes each port under its name for SOAP 1.1 and, below {@code soap12/}, for SOAP 1.2, with its
 * WSDL at {@code ?wsdl}. Each WSDL has one binding: tools take the first of several, or double every method.
 */
final class SoapServlet extends CXFNonSpringServlet {
    private static final long serialVersionUID = 1L;

    /** Tells the log of every fault of SOAP 1.2; held here, or its level would be forgotten. */
    private static final Logger TALKATIVE = Logger.getLogger(Soap12FaultOutInterceptor.class.getName());

    private static final List<Class<?>> PORTS = List.of(DefinitionPort.class, InstancePort.class, WorkItemPort.class,
            AccessPort.class, OrgPort.class, NoticePort.class, MonitorPort.class);
    private static final String VERSION_11 = "/";
    /** Of each port the one for either version of SOAP. */
    static final Set<String> ADDRESSES = PORTS.stream().map(Class::getSimpleName)
            .flatMap(name -> Stream.of(VERSION_11 + name, Soap.VERSION_12 + name)).collect(Collectors.toUnmodifiableSet());

    private final transient Catalogue catalogue;
    private final transient FreshSignOn signOn;

    SoapServlet(Catalogue catalogue, FreshSignOn signOn) {
        this.catalogue = catalogue;
        this.signOn = signOn;
    }

    @Override
    protected void loadBus(ServletConfig config) {
        super.loadBus(config);
        TALKATIVE.setLevel(Level.WARNING);
        for (Class<?> port : PORTS) {
            publish(port);
        }
    }

    private <P> void publish(Class<P> port) {
        P service = Binding.of(port, catalogue, new SoapFace());
        publish(port, service, Soap11.getInstance(), VERSION_11);
        publish(port, service, Soap12.getInstance(), Soap.VERSION_12);
    }

    private <P> void publish(Class<P> port, P service, SoapVersion version, String folder) {
        String name = port.getSimpleName();
        JaxWsServerFactoryBean factory = new JaxWsServerFactoryBean();
        factory.setBus(getBus());
        factory.setServiceClass(port);
        factory.setServiceBean(service);
        factory.setBindingId(version.getBindingId());
        factory.setServiceName(new QName(Soap.NAMESPACE, name.replace("Port", "Service")));
        factory.setEndpointName(new QName(Soap.NAMESPACE, name));
        factory.setAddress(folder + name);
        factory.setProperties(Map.of("schema-validation-enabled", SchemaValidationType.IN,
                // Else JAXB writes past the stream on which PossibleText looks at each text.
                AbstractOutDatabindingInterceptor.DISABLE_OUTPUTSTREAM_OPTIMIZATION, true,
                "org.apache.cxf.logging.FaultListener", new SilentFaults()));
        Server server = factory.create();
        server.getEndpoint().getInInterceptors().add(new MtomAnswer());
        server.getEndpoint().getInInterceptors().add(new SecurityHeader(signOn));
        server.getEndpoint().getInInterceptors().add(new KnownOperation());
        server.getEndpoint().getOutFaultInterceptors().add(new SoapFaults());
        server.getEndpoint().getOutInterceptors().add(new GZIPOutInterceptor(1024));
        server.getEndpoint().getOutInterceptors().add(new PossibleText());
    }
}
