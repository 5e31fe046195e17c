package wf.micro;

import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Named;
import wf.micro.face.Ejb;
import wf.micro.face.Face;
import wf.micro.face.Jms;
import wf.micro.face.Rest;
import wf.micro.face.Soap;

/** The running product, as tests reach it. */
public final class Product implements AutoCloseable {
    private final URI url;
    private final MicroServer server;
    private final Jms.Way messages;
    private final Rows rows;
    private final Ejb beans;

    Product(URI url, MicroServer server, Jms.Way messages, Ejb beans, Rows rows) {
        this.url = url;
        this.beans = beans;
        this.server = server;
        this.messages = messages;
        this.rows = rows;
    }

    public URI url() {
        return url;
    }

    public Rest rest() {
        return new Rest(url);
    }

    public Soap soap() {
        return new Soap(url);
    }

    /** Null where no way to its broker was given. */
    public Jms jms() {
        return messages == null ? null : new Jms(messages);
    }

    /** Every face that can be reached. */
    public Stream<Named<Face>> faces() {
        List<Named<Face>> faces = new ArrayList<>(List.of(Named.of("REST", rest()), Named.of("SOAP", soap())));
        if (messages != null) {
            faces.add(Named.of("JMS", jms()));
        }
        if (beans != null) {
            faces.add(Named.of("EJB", beans));
        }
        return faces.stream();
    }

    /** The way to the broker. */
    public Jms.Way messages() {
        return messages;
    }

    /** Its tables; null on a server that was not started here. */
    public Rows rows() {
        return rows;
    }

    @Override
    public void close() {
        try {
            if (messages != null) {
                messages.close();
            }
        } finally {
            if (server != null) {
                server.stop();
            }
        }
    }
}
