package wf.micro;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.ConnectException;
import java.net.HttpURLConnection;
import java.net.URI;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.junit.jupiter.api.Test;

/**
 * While a server starts its port is closed. Open before the product is there it would say that what is asked for does not exist, and a program
 * that hands work in to one of several nodes would take that for an answer.
 */
class StartIT {
    private final Queue<Object> answers = new ConcurrentLinkedQueue<>();

    @Test
    void whateverAnswersIsTheProduct() throws Exception {
        URI ping = URI.create("http://127.0.0.1:" + (Integer.getInteger("wf.port") + 2) + "/api/v1/ping");
        Thread asking = new Thread(() -> ask(ping));
        asking.start();
        try (AnotherServer server = AnotherServer.start()) {
            asking.join(10_000);
        }
        assertThat(answers).containsExactly(HttpURLConnection.HTTP_OK);
    }

    /** Until there is any answer. */
    private void ask(URI address) {
        try {
            while (answers.isEmpty()) {
                note(address);
                Thread.sleep(20);
            }
        } catch (IOException | InterruptedException e) {
            answers.add(e);
        }
    }

    private void note(URI address) throws IOException {
        try {
            answers.add(((HttpURLConnection) address.toURL().openConnection()).getResponseCode());
        } catch (ConnectException closed) {
            // As it should be until then.
        }
    }
}
