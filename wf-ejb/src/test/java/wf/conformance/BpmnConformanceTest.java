package wf.conformance;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import wf.bpmn.BpmnDocument;
import wf.bpmn.BpmnReader;
import wf.definition.Finding;
import wf.node.BuiltInNodeTypes;
import wf.rule.jexl.JexlExpressions;

/** What BPMN 2.0 forbids is refused, what it allows is not, and what we read we can write again. */
@Tag("conformance")
class BpmnConformanceTest {

    private static final String DI = "http://www.omg.org/spec/BPMN/20100524/DI";
    private static String mustReject;
    private static String miwg;

    @BeforeAll
    static void needCorpora() {
        Corpora.needed();
    }

    @AfterAll
    static void tell() {
        Stream.of(mustReject, miwg).filter(Objects::nonNull).forEach(System.out::println);
    }

    @Test
    void eachModelThatBreaksARuleIsRefusedWithTheElementThatDoes() {
        Map<String, String> expected = expectations();
        List<Path> models = Corpora.models("betsy/must-reject");
        List<String> missed = models.stream().filter(m -> !found(m, expected.get(Corpora.name(m)))).map(Corpora::name).toList();
        mustReject = "must-reject " + (models.size() - missed.size()) + "/" + models.size();
        assertThat(models).hasSize(142);
        assertThat(missed).isEmpty();
    }

    private static boolean found(Path model, String expected) {
        return errors(model).stream().anyMatch(f -> expected.equals(f.code() + " " + f.elementId())
                || f.elementId() == null && expected.equals(f.code() + " " + f.line() + ":" + f.column()))
                && errors(model).stream().allMatch(f -> f.line() != null && f.column() != null);
    }

    @Test
    void modelsOfOtherToolsAreFreeOfErrorsAndSurviveImportAndExport() throws Exception {
        List<Path> models = Corpora.models("miwg");
        List<String> failed = new ArrayList<>();
        for (Path model : models) {
            String difference = lost(Corpora.bytes(model));
            if (!errors(model).isEmpty() || !difference.isEmpty()) {
                failed.add(Corpora.name(model) + ": " + errors(model) + difference);
            }
        }
        miwg = "miwg " + (models.size() - failed.size()) + "/" + models.size();
        assertThat(models).hasSize(15);
        assertThat(failed).isEmpty();
    }

    @Test
    void executableModelsAreFreeOfErrorsAndSurviveImportAndExport() throws Exception {
        Set<String> refusable = modelsThatMayBeRefused();
        for (Path model : Corpora.models("betsy/models")) {
            assertThat(lost(Corpora.bytes(model))).as(Corpora.name(model)).isEmpty();
            if (!refusable.contains(Corpora.name(model))) {
                assertThat(errors(model)).as(Corpora.name(model)).isEmpty();
            }
        }
    }

    @Test
    void noModelIsTooMuchForTheReader() {
        BpmnReader reader = new BpmnReader(BuiltInNodeTypes.all(), new JexlExpressions());
        for (String folder : List.of("betsy/must-reject", "betsy/models", "miwg")) {
            Corpora.models(folder).forEach(m -> assertThat(reader.read(Corpora.bytes(m)).findings()).as(Corpora.name(m)).isNotNull());
        }
    }

    private static List<Finding> errors(Path model) {
        return BpmnReader.check(Corpora.bytes(model)).stream().filter(Finding::isError).toList();
    }

    /** What is lost or changed on the way through, or an empty text. */
    private static String lost(byte[] xml) throws Exception {
        byte[] written = BpmnDocument.read(xml).write();
        for (String shape : List.of("BPMNShape", "BPMNEdge", "BPMNPlane", "BPMNLabel")) {
            assertThat(XmlDifference.count(written, DI, shape)).isEqualTo(XmlDifference.count(xml, DI, shape));
        }
        return XmlDifference.between(xml, written).orElse("");
    }

    /** Processes whose cases end with a refusal, at deployment or later. */
    private static Set<String> modelsThatMayBeRefused() throws IOException {
        Set<String> names = new HashSet<>();
        var tests = new com.fasterxml.jackson.databind.ObjectMapper().readTree(Files.readAllBytes(Corpora.file("betsy/tests.json")));
        tests.forEach(process -> process.get("cases").forEach(c -> c.get("expectedTrace").forEach(entry -> {
            if (Set.of("ERROR", "ERROR_deployment").contains(entry.asText())) {
                names.add(process.get("name").asText());
            }
        })));
        return names;
    }

    private static Map<String, String> expectations() {
        Map<String, String> expected = new HashMap<>();
        Arrays.stream(resource("must-reject.txt").split("\n")).filter(l -> !l.startsWith("#"))
                .forEach(l -> expected.put(l.substring(0, l.indexOf(' ')), l.substring(l.indexOf(' ') + 1)));
        return expected;
    }

    private static String resource(String name) {
        try (InputStream in = BpmnConformanceTest.class.getResourceAsStream(name)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }
}
