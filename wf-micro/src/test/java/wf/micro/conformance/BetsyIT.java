package wf.micro.conformance;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.api.extension.ExtendWith;
import wf.conformance.BetsyModel;
import wf.conformance.Corpora;
import wf.micro.Product;
import wf.micro.RunningProduct;
import wf.micro.face.Rest;

/**
 * The processes of the corpus over REST, with timers in real time. All cases run side by side, each with names of its own,
 * so that the whole takes about as long as the case that waits longest. By itself:
 * {@code mvn -q -pl wf-micro -am verify -Dgroups=conformance-deployed}; who names no tags does not wait for it.
 */
@Tag("conformance-deployed")
@EnabledIfSystemProperty(named = "groups", matches = ".*conformance-deployed.*")
@ExtendWith(RunningProduct.class)
class BetsyIT {

    @Test
    void everyProcessLeavesItsTrace(Product product) throws Exception {
        Corpora.needed();
        List<BetsyCase> cases = cases(product.rest());
        ExecutorService clients = Executors.newFixedThreadPool(cases.size());
        try {
            List<String> failed = new ArrayList<>();
            for (Future<String> one : clients.invokeAll(cases)) {
                if (one.get() != null) {
                    failed.add(one.get());
                }
            }
            failed.forEach(System.out::println);
            System.out.println("betsy " + (cases.size() - failed.size()) + "/" + cases.size() + " deployed ("
                    + BetsyModel.EXCEPTED.size() + " excepted, held to a corrected trace: " + BetsyModel.EXCEPTED.keySet() + ")");
            assertThat(failed).isEmpty();
        } finally {
            clients.shutdownNow();
        }
    }

    private static List<BetsyCase> cases(Rest rest) throws IOException {
        List<BetsyCase> cases = new ArrayList<>();
        for (JsonNode process : new ObjectMapper().readTree(Corpora.bytes(Corpora.file("betsy/tests.json")))) {
            for (JsonNode test : process.get("cases")) {
                cases.add(new BetsyCase(rest, process, test, "_" + cases.size()));
            }
        }
        return cases;
    }
}
