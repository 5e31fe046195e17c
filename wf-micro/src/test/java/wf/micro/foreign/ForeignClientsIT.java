package wf.micro.foreign;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import wf.micro.RunningProduct;

/**
 * The sample contract goes from its deployment to its end in the hands of libraries that nobody here wrote, over SOAP and REST; each
 * also attaches a file, reads the history, and is refused once. With curl it goes in docs/examples/contract-soap.sh.
 */
@Tag("smoke")
@Tag("foreign")
@ExtendWith(RunningProduct.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ForeignClientsIT {
    private static final Path SOURCES = Path.of("src/test/resources/foreign").toAbsolutePath();
    private URI product;

    @BeforeAll
    void connect(URI running) {
        product = running;
    }

    @ParameterizedTest
    @ValueSource(strings = {"services/", "services/soap12/"})
    void zeepOfPythonTakesAContractToItsEnd(String services) throws Exception {
        contractIsTakenToItsEnd(ForeignProgram.python("contract.py").installed(), "zeep", services);
    }

    @ParameterizedTest
    @ValueSource(strings = {"services/", "services/soap12/"})
    void zeepSaysInEachMessageWhoSendsIt(String services) throws Exception {
        contractIsTakenToItsEnd(ForeignProgram.python("contract.py").installed(), "token", services);
    }

    @ParameterizedTest
    @ValueSource(strings = {"services/", "services/soap12/"})
    void zeepSendsTheDigestOfAKeyInItsPlace(String services) throws Exception {
        String output = ForeignProgram.python("digest.py").installed()
                .output("digest", Map.of("WF_SERVICES", product.resolve(services).toString(), "WF_PASSWORD", "wf-demo-1"));
        assertThat(output).contains("caller zhao\n").contains("fault UNAUTHENTICATED\n");
    }

    @ParameterizedTest
    @ValueSource(strings = {"services/", "services/soap12/"})
    void soapClientOfPhpTakesAContractToItsEnd(String services) throws Exception {
        contractIsTakenToItsEnd(ForeignProgram.php("contract.php").installed(), "php", services);
    }

    /** Also with a file beside the XML of the message. */
    @Test
    void generatedJavaTakesAContractToItsEnd() throws Exception {
        String classes = WsdlClient.compiled(product, SOURCES.resolve("Contract.java"));
        contractIsTakenToItsEnd(ForeignProgram.java(classes, "Contract"), "java", "services/");
    }

    @Test
    void javaThatIsMadeOfTheOpenApiDocumentTakesAContractToItsEnd() throws Exception {
        String classes = OpenApiClient.java(product, List.of(SOURCES.resolve("RestContract.java")));
        contractIsTakenToItsEnd(ForeignProgram.java(classes, "RestContract"), "rest", "api/v1");
    }

    @Test
    void typeScriptThatIsMadeOfTheOpenApiDocumentTakesAContractToItsEnd() throws Exception {
        Path script = OpenApiClient.typeScript(product, SOURCES.resolve("contract.ts"));
        contractIsTakenToItsEnd(ForeignProgram.of("node", script.toString()), "typescript", "api/v1");
    }

    private void contractIsTakenToItsEnd(ForeignProgram program, String name, String services) throws IOException, InterruptedException {
        String key = name + "-" + System.currentTimeMillis();
        String output = program.output(key, Map.of("WF_SERVICES", product.resolve(services).toString(), "WF_PASSWORD", "wf-demo-1",
                "WF_SIGN_ON", name, "WF_KEY", key,
                "WF_MODEL", Path.of("../docs/examples/contract.bpmn").toAbsolutePath().normalize().toString()));
        assertThat(output).contains("attachment 10240\n").containsPattern("fault NOT_FOUND false \\S.*\\.\n")
                .contains("history start submit claim claim submit submit submit submit\n")
                .containsPattern("instance \\d+ COMPLETED\n");
    }
}
