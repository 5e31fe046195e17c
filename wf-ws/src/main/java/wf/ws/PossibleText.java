package wf.ws;

import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;
import org.apache.cxf.interceptor.StaxOutInterceptor;
import org.apache.cxf.message.Message;
import org.apache.cxf.phase.AbstractPhaseInterceptor;
import org.apache.cxf.phase.Phase;
import org.apache.cxf.staxutils.DelegatingXMLStreamWriter;
import wf.face.XmlText;

/**
 * Writes a replacement where a text has characters that XML cannot carry. They are refused in what people send, but stand in rows of
 * earlier releases and in what databases and directories of others hold, and must not make an answer impossible for ever.
 */
final class PossibleText extends AbstractPhaseInterceptor<Message> {

    PossibleText() {
        super(Phase.PRE_STREAM);
        addAfter(StaxOutInterceptor.class.getName());
    }

    @Override
    public void handleMessage(Message message) {
        XMLStreamWriter writer = message.getContent(XMLStreamWriter.class);
        if (writer != null) {
            message.setContent(XMLStreamWriter.class, new Writer(writer));
        }
    }

    private static final class Writer extends DelegatingXMLStreamWriter {
        Writer(XMLStreamWriter writer) {
            super(writer);
        }

        @Override
        public void writeCharacters(String text) throws XMLStreamException {
            super.writeCharacters(XmlText.possible(text));
        }

        @Override
        public void writeCharacters(char[] text, int start, int length) throws XMLStreamException {
            super.writeCharacters(XmlText.possible(new String(text, start, length)));
        }
    }
}
