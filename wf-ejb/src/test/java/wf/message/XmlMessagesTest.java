package wf.message;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.StringReader;
import java.lang.reflect.Field;
import java.lang.reflect.Parameter;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Type;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Date;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import javax.xml.XMLConstants;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.transform.Source;
import javax.xml.transform.dom.DOMSource;
import javax.xml.transform.stream.StreamSource;
import javax.xml.validation.Schema;
import javax.xml.validation.SchemaFactory;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;
import wf.contract.ErrorCode;
import wf.contract.ModelProblem;
import wf.contract.Problem;
import wf.face.Call;
import wf.face.Catalogue;
import wf.face.Json;
import wf.service.AccessService;
import wf.service.DefinitionService;
import wf.service.InstanceService;
import wf.service.MonitorService;
import wf.service.NoticeService;
import wf.service.OrgService;
import wf.service.WorkItemService;

/** The XML of messages is that of SOAP: of every operation a full request and a full reply are what the schema of its WSDL says. */
class XmlMessagesTest {

    private static final Path WSDLS = Path.of("../wf-ws/src/test/resources/golden");
    private static final int DEEPEST = 4;
    private static final Map<String, Schema> SCHEMAS = new LinkedHashMap<>();
    private final Catalogue catalogue = Catalogue.of(new DefinitionService(), new InstanceService(), new WorkItemService(), new AccessService(), new OrgService(),
            new MonitorService(), new NoticeService());

    @BeforeAll
    static void read() throws Exception {
        DocumentBuilderFactory documents = DocumentBuilderFactory.newInstance();
        documents.setNamespaceAware(true);
        try (Stream<Path> files = Files.list(WSDLS)) {
            for (Path wsdl : files.filter(f -> f.toString().endsWith(".wsdl")).toList()) {
                Document document = documents.newDocumentBuilder().parse(wsdl.toFile());
                NodeList schemas = document.getElementsByTagNameNS(XMLConstants.W3C_XML_SCHEMA_NS_URI, "schema");
                List<Source> sources = new ArrayList<>();
                for (int i = schemas.getLength() - 1; i >= 0; i--) {
                    // The one of the beans is imported by the other, and so comes first.
                    Element one = (Element) schemas.item(i);
                    boolean beans = one.getAttribute("targetNamespace").equals(XmlRequest.BEANS);
                    // The golden file is sorted, and an import has to stand before everything else.
                    NodeList imports = one.getElementsByTagNameNS(XMLConstants.W3C_XML_SCHEMA_NS_URI, "import");
                    for (int n = 0; n < imports.getLength(); n++) {
                        one.insertBefore(imports.item(n), one.getFirstChild());
                    }
                    sources.add(beans ? 0 : sources.size(), new DOMSource(one));
                }
                Schema schema = SchemaFactory.newInstance(XMLConstants.W3C_XML_SCHEMA_NS_URI).newSchema(sources.toArray(Source[]::new));
                NodeList operations = document.getElementsByTagNameNS("http://schemas.xmlsoap.org/wsdl/", "message");
                for (int i = 0; i < operations.getLength(); i++) {
                    SCHEMAS.put(((Element) operations.item(i)).getAttribute("name"), schema);
                }
            }
        }
    }

    private static void assertFits(Call call, String xml) {
        try {
            SCHEMAS.get(call.name()).newValidator().validate(new StreamSource(new StringReader(xml)));
        } catch (Exception e) {
            throw new AssertionError(call.name() + ": " + e.getMessage() + " in " + xml, e);
        }
    }

    private List<Call> operationsOfSoap() {
        List<Call> calls = catalogue.calls().stream().filter(c -> SCHEMAS.containsKey(c.name())).toList();
        assertThat(calls.size()).isGreaterThan(100).isGreaterThan(catalogue.calls().size() - 5);
        return calls;
    }

    @Test
    void everyRequestThatFitsTheWsdlIsRead() throws Exception {
        for (Call call : operationsOfSoap()) {
            ObjectNode arguments = Json.MAPPER.createObjectNode();
            StringBuilder xml = new StringBuilder("<wf:" + call.name() + " xmlns:wf='urn:wf:v1' xmlns:c='urn:wf:contract:v1'>");
            for (Parameter parameter : call.parameters()) {
                Object value = sample(parameter.getParameterizedType(), 0);
                arguments.set(parameter.getName(), Json.MAPPER.valueToTree(value));
                for (Object one : value instanceof List<?> list ? list : List.of(value)) {
                    xml.append('<').append(parameter.getName()).append('>').append(content(one)).append("</").append(parameter.getName()).append('>');
                }
            }
            xml.append("</wf:").append(call.name()).append('>');
            assertFits(call, xml.toString());
            try (XmlRequest request = XmlRequest.of(xml.toString(), Locale.ENGLISH)) {
                assertThat(request.operation()).isEqualTo(call.name());
                Object[] read = new Arguments(Locale.ENGLISH).read(call, request.arguments(call));
                assertThat((Object) Json.MAPPER.valueToTree(read)).as(xml.toString()).isEqualTo(Json.MAPPER.valueToTree(new Arguments(Locale.ENGLISH).read(call, arguments)));
            }
        }
    }

    @Test
    void everyReplyFitsTheWsdl() throws Exception {
        for (Call call : operationsOfSoap()) {
            assertFits(call, XmlReply.of(call.name(), sample(call.replyType(), 0)));
            assertFits(call, XmlReply.of(call.name(), call.replyType().getConstructor().newInstance()));
        }
    }

    @Test
    void aProblemFitsTheWsdl() {
        Problem problem = new Problem();
        problem.code = ErrorCode.INVALID_MODEL;
        problem.message = "correct it";
        problem.problems.add((ModelProblem) sample(ModelProblem.class, 0));
        assertFits(operationsOfSoap().get(0), XmlReply.of(null, problem));
    }

    /** As it stands in its element. */
    private static String content(Object value) {
        return XmlReply.of("x", value).replaceFirst("(?s)^<wf:xResponse[^>]*><reply>", "").replaceFirst("</reply></wf:xResponse>$", "");
    }

    /** With every field filled. */
    private static Object sample(Type type, int depth) {
        if (type instanceof ParameterizedType list) {
            return depth < DEEPEST ? List.of(sample(list.getActualTypeArguments()[0], depth + 1), sample(list.getActualTypeArguments()[0], depth + 1)) : List.of();
        }
        Class<?> one = (Class<?>) type;
        if (one.isEnum()) {
            return one.getEnumConstants()[0];
        }
        return scalar(one).orElseGet(() -> bean(one, depth));
    }

    private static Optional<Object> scalar(Class<?> type) {
        Object value = type == String.class ? "同意 <&> \"a\"" : type == byte[].class ? "bytes".getBytes() : type == Date.class ? new Date(1_795_248_000_123L)
                : type == int.class || type == Integer.class ? (Object) 7 : type == long.class || type == Long.class ? 1L << 40
                : type == boolean.class || type == Boolean.class ? true : type == double.class ? 2.5 : null;
        return Optional.ofNullable(value);
    }

    private static Object bean(Class<?> type, int depth) {
        try {
            Object bean = type.getConstructor().newInstance();
            for (Field field : XmlReply.fields(type)) {
                boolean more = depth < DEEPEST || scalar(field.getType()).isPresent();
                if (more) {
                    field.set(bean, sample(field.getGenericType(), depth + 1));
                }
            }
            return bean;
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(e);
        }
    }
}
