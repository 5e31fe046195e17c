package wf.message;

import jakarta.jms.Destination;
import java.util.Optional;
import javax.naming.InitialContext;
import javax.naming.NamingException;

/** Destinations as the server knows them: some give them another name at the broker than the application does. */
final class Destinations {

    private Destinations() { }

    static Optional<Destination> named(String jndi) {
        try {
            return new InitialContext().lookup(jndi) instanceof Destination found ? Optional.of(found) : Optional.empty();
        } catch (NamingException e) {
            return Optional.empty();
        }
    }
}
