package wf.bpmn;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URL;
import java.util.stream.Stream;
import javax.xml.XMLConstants;
import javax.xml.transform.stream.StreamSource;
import javax.xml.validation.Schema;
import javax.xml.validation.SchemaFactory;
import javax.xml.validation.Validator;
import org.operaton.bpm.model.bpmn.Bpmn;
import org.xml.sax.ErrorHandler;
import org.xml.sax.SAXException;
import org.xml.sax.SAXParseException;
import wf.bpmn.check.BpmnFile;
import wf.bpmn.check.XmlElement;
import wf.definition.Findings;

/** Checks a file against the schema of BPMN 2.0 and reports every violation with its place, not only the first. */
final class SchemaCheck {

    private static final Schema BPMN = load();
    private static final int MAX_FINDINGS = 100;

    private SchemaCheck() { }

    private static Schema load() {
        URL schema = Bpmn.class.getResource("schema/BPMN20.xsd");
        try {
            SchemaFactory factory = SchemaFactory.newDefaultInstance();
            factory.setFeature(XMLConstants.FEATURE_SECURE_PROCESSING, true);
            // The schema's own parts lie beside it: in a jar, or behind whatever scheme a server gives to archives.
            factory.setProperty(XMLConstants.ACCESS_EXTERNAL_SCHEMA, "all");
            factory.setProperty(XMLConstants.ACCESS_EXTERNAL_DTD, "");
            return factory.newSchema(schema);
        } catch (SAXException e) {
            throw new IllegalStateException("The BPMN schema of the model library cannot be read: " + schema, e);
        }
    }

    static void check(byte[] xml, BpmnFile file, Findings findings) {
        try {
            Validator validator = BPMN.newValidator();
            validator.setProperty(XMLConstants.ACCESS_EXTERNAL_DTD, "");
            validator.setProperty(XMLConstants.ACCESS_EXTERNAL_SCHEMA, "");
            validator.setErrorHandler(new Collecting(file, findings));
            validator.validate(new StreamSource(new ByteArrayInputStream(xml)));
        } catch (SAXException e) {
            if (!findings.hasErrors()) {
                findings.errorAt(1, 1, "XML_MALFORMED", e.getMessage());
            }
        } catch (IOException e) {
            throw new UncheckedIOException("reading from memory", e);
        }
    }

    private static final class Collecting implements ErrorHandler {
        private final BpmnFile file;
        private final Findings findings;
        private int count;

        Collecting(BpmnFile file, Findings findings) {
            this.file = file;
            this.findings = findings;
        }

        @Override
        public void warning(SAXParseException e) {
            // The schema has no warnings of its own; a parser's remark is no finding about the model.
        }

        @Override
        public void error(SAXParseException e) {
            if (!isSaidElsewhere(e) && ++count <= MAX_FINDINGS) {
                String id = file.at(e.getLineNumber(), e.getColumnNumber()).map(XmlElement::id).filter(i -> !i.isEmpty()).orElse(null);
                findings.errorAt(id, e.getLineNumber(), e.getColumnNumber(), "SCHEMA", e.getMessage());
            }
        }

        /**
         * About ids the rules say more: the parser knows only at the end of the file that one is nowhere. And a value
         * that its type refuses is reported a second time for its attribute or element.
         */
        private static boolean isSaidElsewhere(SAXParseException e) {
            return Stream.of("cvc-id.", "cvc-attribute.3:", "cvc-type.3.1.3:").anyMatch(e.getMessage()::startsWith);
        }

        @Override
        public void fatalError(SAXParseException e) {
            error(e);
        }
    }
}
