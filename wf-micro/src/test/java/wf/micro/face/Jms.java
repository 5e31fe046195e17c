package wf.micro.face;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import wf.contract.Problem;
import wf.face.Json;

/** The JMS face: an operation is a text of JSON that names it, or the XML that SOAP has in its body; here by turns. */
public final class Jms implements Face {

    /** An answer from the reply queue. */
    public record Answer(int status, String body) { }

    /** How a message gets to the queue and its answer back. */
    public interface Way extends AutoCloseable {
        Answer request(String authorization, String text);

        /** How many messages wait to be performed, or were given up. */
        int left();

        @Override
        default void close() { }
    }

    private static final AtomicInteger SENT = new AtomicInteger();

    private final Way way;

    public Jms(Way way) {
        this.way = way;
    }

    @Override
    public <R> R call(String person, Class<R> reply, String operation, Map<String, Object> arguments) {
        if (SENT.incrementAndGet() % 2 == 0) {
            return read(send(person, Soap.message(operation, arguments)), reply);
        }
        ObjectNode json = Json.MAPPER.createObjectNode().put("operation", operation);
        arguments.forEach((name, value) -> json.set(name, Json.MAPPER.<JsonNode>valueToTree(value)));
        return read(send(person, json.toString()), reply);
    }

    /** Anything at all. */
    public Answer send(String person, String text) {
        return way.request(Http.basic(person), text);
    }

    /** The reply in an answer. */
    public static <R> R read(Answer answer, Class<R> reply) {
        if (answer.body().startsWith("<")) {
            return Soap.unwrapped(answer.status(), answer.body(), reply);
        }
        try {
            if (answer.status() != 200) {
                Problem problem = Json.MAPPER.readValue(answer.body(), Problem.class);
                throw new Refusal(answer.status(), problem.code == null ? "" : problem.code.name(), problem.message, answer.body());
            }
            return Json.MAPPER.readValue(answer.body(), reply);
        } catch (JsonProcessingException e) {
            throw new AssertionError("no " + reply.getSimpleName() + ": " + answer.body(), e);
        }
    }
}
