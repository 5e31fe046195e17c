package wf.ws;

import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.cxf.jaxrs.JAXRSServiceFactoryBean;
import org.apache.cxf.jaxrs.model.ClassResourceInfo;
import org.apache.cxf.jaxrs.model.MethodDispatcher;
import org.apache.cxf.jaxrs.model.OperationResourceInfo;
import org.apache.cxf.jaxrs.model.URITemplate;
import org.apache.cxf.jaxrs.utils.ResourceUtils;

/**
 * Makes one root resource of each first segment of a port's paths. A port is a group of interfaces, in SOAP too, so its own path is {@code /};
 * CXF would compare each request with all operations of all groups, and prepare a line of its log for each.
 */
final class RootResources extends JAXRSServiceFactoryBean {
    private static final Pattern PATH = Pattern.compile("(/[^/{]+)(/.*)?");

    @Override
    protected ClassResourceInfo addClassResourceInfo(ClassResourceInfo port) {
        if (!port.getURITemplate().getValue().equals("/")) {
            return super.addClassResourceInfo(port);
        }
        TreeSet<String> segments = new TreeSet<>();
        port.getMethodDispatcher().getOperationResourceInfos().forEach(operation -> segments.add(path(operation).group(1)));
        segments.forEach(segment -> super.addClassResourceInfo(below(segment, port)));
        return port;
    }

    /** The operations of the port below this segment, and no others. */
    private ClassResourceInfo below(String segment, ClassResourceInfo port) {
        ClassResourceInfo part = ResourceUtils.createClassResourceInfo(port.getResourceClass(), port.getServiceClass(), true, true, getBus());
        MethodDispatcher operations = new MethodDispatcher();
        for (OperationResourceInfo operation : part.getMethodDispatcher().getOperationResourceInfos()) {
            Matcher path = path(operation);
            if (path.group(1).equals(segment)) {
                operation.setURITemplate(URITemplate.createTemplate(path.group(2)));
                operations.bind(operation, operation.getMethodToInvoke(), operation.getAnnotatedMethod());
            }
        }
        part.setMethodDispatcher(operations);
        part.setURITemplate(URITemplate.createTemplate(segment));
        return part;
    }

    private static Matcher path(OperationResourceInfo operation) {
        Matcher path = PATH.matcher(operation.getURITemplate().getValue());
        if (!path.matches()) {
            throw new IllegalArgumentException("The path of " + operation.getMethodToInvoke() + " must begin with a word.");
        }
        return path;
    }
}
