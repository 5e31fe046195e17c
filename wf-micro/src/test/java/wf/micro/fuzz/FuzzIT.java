package wf.micro.fuzz;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import wf.micro.AnotherServer;
import wf.micro.Neighbour;
import wf.micro.face.Rest;

/**
 * Whatever is sent to any operation of REST and SOAP, the product answers soon, in order and without telling of its inside, and
 * what it refuses leaves nothing behind. The requests are made from the documents that it publishes, so that an operation which is
 * added is tried, too; of each at least one has to get through.
 *
 * <p>{@code -Dwf.fuzz.requests=20000} asks for it (4,000 will do for a look), {@code -Dwf.fuzz.seed=random} for other requests than the last time, or the
 * number that such a run has printed for the same. A request that went wrong lies in {@code target/fuzz} as it was sent. The server
 * and its database are the test's own: what is left of them afterwards is nothing that another test could build on.
 */
@EnabledIfSystemProperty(named = "wf.fuzz.requests", matches = "\\d+", disabledReason = "takes minutes on a busy machine")
class FuzzIT {
    private static final List<String> PORTS = List.of("DefinitionPort", "InstancePort", "WorkItemPort", "AccessPort", "OrgPort", "MonitorPort", "NoticePort");

    private final HttpClient client = HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

    @Test
    void whateverIsSentIsAnsweredInOrderAndARefusalLeavesNothing() throws Exception {
        long seed = seed();
        Path data = Path.of(System.getProperty("wf.data")).resolveSibling("it-data-2").toAbsolutePath();
        try (AnotherServer server = AnotherServer.start(ownDatabase(data)); Volley volley = new Volley(new Wire(server.url()))) {
            List<Door> doors = doors(server.url());
            Neighbour.movesIn(server.rows());
            Stock stock = new Stock();
            Landscape landscape = new Landscape(new Rest(server.url()), stock);
            landscape.neighbours(Neighbour.TENANT);
            Complaints complaints = new Complaints(data.resolveSibling("fuzz"));
            Leavings leavings = new Leavings(server.rows(), volley, complaints);
            Campaign campaign = new Campaign(doors, stock, landscape, volley, leavings, new LogWatch(server.log()), complaints, seed);
            Tally tally = campaign.run(Integer.getInteger("wf.fuzz.requests"));
            System.out.println(tally.table() + tally.requests() + " requests with -Dwf.fuzz.seed=" + seed + "; " + leavings.compared() + " refusals left nothing\n"
                    + complaints.summary() + String.join("\n", landscape.missing()));
            assertThat(complaints.all()).as("with -Dwf.fuzz.seed=" + seed + ", at most two of each kind").isEmpty();
            assertThat(tally.neverReached()).as("no request got through to").isEmpty();
        }
    }

    private static long seed() {
        String given = System.getProperty("wf.fuzz.seed", "20261122");
        return given.equals("random") ? System.nanoTime() & 0xffffff : Long.parseLong(given);
    }

    /** The product's default, but the test may look into the file while the product has it open. */
    private static Map<String, String> ownDatabase(Path data) {
        return Map.of("WF_DB_URL", "jdbc:h2:file:" + data.resolve("db").resolve("wf") + ";AUTO_SERVER=TRUE", "WF_DB_USER", "wf", "WF_DB_PASSWORD", "wf",
                "WF_JAVA_OPTS", "-Dh2.bindAddress=127.0.0.1");
    }

    private List<Door> doors(URI product) throws Exception {
        List<Door> doors = new ArrayList<>(OpenApiDoors.read(plain(product.resolve("api/v1/openapi.json"))));
        for (String port : PORTS) {
            doors.addAll(WsdlDoors.read("services/" + port, plain(product.resolve("services/" + port + "?wsdl"))));
        }
        return doors;
    }

    private String plain(URI address) throws Exception {
        return client.send(HttpRequest.newBuilder(address).build(), BodyHandlers.ofString()).body();
    }
}
