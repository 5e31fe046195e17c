package wf.ws;

import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.ext.MessageBodyWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.lang.annotation.Annotation;
import java.lang.reflect.Type;
import wf.contract.DefinitionSource;

/** Writes a definition as the file that was deployed, for whoever accepts XML. */
@Produces(MediaType.APPLICATION_XML)
final class DefinitionFile implements MessageBodyWriter<DefinitionSource> {
    @Override
    public boolean isWriteable(Class<?> type, Type generic, Annotation[] annotations, MediaType media) {
        return type == DefinitionSource.class;
    }

    @Override
    public void writeTo(DefinitionSource source, Class<?> type, Type generic, Annotation[] annotations,
            MediaType media, MultivaluedMap<String, Object> headers, OutputStream body) throws IOException {
        body.write(source.source);
    }
}
