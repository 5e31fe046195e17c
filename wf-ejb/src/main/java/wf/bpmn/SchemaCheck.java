package wf.bpmn;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URL;
import javax.xml.XMLConstants;
import javax.xml.transform.stream.StreamSource;
import javax.xml.validation.Schema;
import javax.xml.validation.SchemaFactory;
import javax.xml.validation.Validator;
import org.operaton.bpm.model.bpmn.Bpmn;
import org.xml.sax.ErrorHandler;
import org.xml.sax.SAXException;
import org.xml.sax.SAXParseException;
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

    static void check(byte[] xml, Findings findings) {
        try {
            Validator validator = BPMN.newValidator();
            validator.setProperty(XMLConstants.ACCESS_EXTERNAL_DTD, "");
            validator.setProperty(XMLConstants.ACCESS_EXTERNAL_SCHEMA, "");
            validator.setErrorHandler(new Collecting(findings));
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
        private final Findings findings;
        private int count;

        Collecting(Findings findings) {
            this.findings = findings;
        }

        @Override
        public void warning(SAXParseException e) {
            // The schema has no warnings of its own; a parser's remark is no finding about the model.
        }

        @Override
        public void error(SAXParseException e) {
            if (++count <= MAX_FINDINGS) {
                findings.errorAt(e.getLineNumber(), e.getColumnNumber(), "SCHEMA", e.getMessage());
            }
        }

        @Override
        public void fatalError(SAXParseException e) {
            error(e);
        }
    }
}
