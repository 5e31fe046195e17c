package wf.bpmn.check;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.operaton.bpm.model.bpmn.Bpmn;
import wf.bpmn.BpmnReader;
import wf.definition.Finding;

/** What no corpus has: warnings, times, references, and files that are out to keep the check busy. */
class ModelCheckTest {

    private static String process(String id, String inside) {
        return "<process id=\"" + id + "\" isExecutable=\"true\">" + inside + "</process>";
    }

    private static List<Finding> findings(String inside) {
        return BpmnReader.check(("<definitions xmlns=\"http://www.omg.org/spec/BPMN/20100524/MODEL\" "
                + "xmlns:xsi=\"http://www.w3.org/2001/XMLSchema-instance\" xmlns:o=\"urn:other\" targetNamespace=\"t\">\n" + inside
                + "</definitions>").getBytes(StandardCharsets.UTF_8));
    }

    private static List<String> found(String inside) {
        return findings(inside).stream().map(f -> f.severity() + " " + f.code() + " " + f.elementId()).toList();
    }

    private static String flow(String from, String to) {
        return "<sequenceFlow id=\"" + from + "_" + to + "\" sourceRef=\"" + from + "\" targetRef=\"" + to + "\"/>";
    }

    private static String flowIf(String from, String to) {
        return flow(from, to).replace("/>", "><conditionExpression>x</conditionExpression></sequenceFlow>");
    }

    private static String node(String element, String id) {
        return "<" + element + " id=\"" + id + "\"/>";
    }

    private static String chosenAndJoined(String before) {
        return node("startEvent", "s") + before + node("exclusiveGateway", "x") + node("task", "a") + node("task", "b")
                + node("parallelGateway", "join") + node("endEvent", "e") + flow("x", "a") + flow("x", "b") + flow("a", "join")
                + flow("b", "join") + flow("join", "e");
    }

    @Test
    void allFindingsOfAFileComeAtOnceEachWithItsPlace() {
        List<Finding> findings = findings(process("p", node("startEvent", "s") + node("endEvent", "e") + flow("s", "e") + flow("e", "s")
                + "<task id=\"t\" startQuantity=\"0\"/>"));
        assertThat(findings).extracting(Finding::code).contains("START_WITH_INCOMING", "END_WITH_OUTGOING", "QUANTITY",
                "NODE_WITHOUT_INCOMING", "NODE_WITHOUT_OUTGOING");
        assertThat(findings).allMatch(f -> f.line() == 2 && f.column() > 1);
    }

    @Test
    void aSchemaViolationNamesItsElementToo() {
        assertThat(found(process("p", "<task id=\"t\"><task id=\"inner\"/></task>"))).containsExactly("ERROR SCHEMA inner");
        assertThat(found(process("p", "<task id=\"t\" colour=\"red\"/>"))).containsExactly("ERROR SCHEMA t");
    }

    @Test
    void aJoinAfterAChoiceCanNeverFire() {
        assertThat(found(process("p", chosenAndJoined("") + flow("s", "x")))).containsExactly("WARNING JOIN_AFTER_CHOICE join");
    }

    @Test
    void aJoinAfterAChoiceInALoopMayFireTheNextTime() {
        assertThat(found(process("p", chosenAndJoined("") + flow("s", "x") + flow("a", "x")))).isEmpty();
    }

    @Test
    void aJoinAfterAChoiceThatSeveralTokensMakeMayFire() {
        assertThat(found(process("p", chosenAndJoined(node("task", "two")) + flow("s", "two") + flow("two", "x")
                + flow("two", "x").replace("two_x", "again")))).isEmpty();
    }

    @Test
    void aJoinCannotFireWhenNothingArrivesOnOneFlow() {
        String lost = "<task id=\"lost\" isForCompensation=\"true\"/>";
        assertThat(found(process("p", node("startEvent", "s") + node("endEvent", "e") + node("parallelGateway", "join")
                + node("task", "a") + node("task", "b") + flow("s", "a") + flow("a", "join") + flow("b", "join") + flow("join", "e") + lost)))
                .contains("WARNING JOIN_NEVER_FIRES join");
    }

    @Test
    void aSplitWithConditionsAloneWantsADefault() {
        String split = node("startEvent", "s") + node("inclusiveGateway", "or") + node("endEvent", "e1") + node("endEvent", "e2")
                + flow("s", "or") + flowIf("or", "e1") + flowIf("or", "e2");
        assertThat(found(process("p", split))).containsExactly("WARNING GATEWAY_WITHOUT_DEFAULT or");
        assertThat(found(process("p", split.replace("id=\"or\"", "id=\"or\" default=\"or_e1\"")))).isEmpty();
    }

    private static String calling(String id, String called, boolean decided) {
        return process(id, node("startEvent", id + "s") + node("exclusiveGateway", id + "x") + node("endEvent", id + "e")
                + "<callActivity id=\"" + id + "c\" calledElement=\"" + called + "\"/>" + flow(id + "s", id + "x")
                + flow(id + "x", id + "c") + flow(id + "c", id + "e") + (decided ? flow(id + "x", id + "e") : ""));
    }

    @Test
    void callsThatNeverEndAreWarnedOf() {
        assertThat(found(calling("a", "b", false) + calling("b", "a", false)))
                .containsExactly("WARNING RECURSIVE_CALL ac", "WARNING RECURSIVE_CALL bc");
        assertThat(found(calling("a", "b", false) + calling("b", "a", true))).isEmpty();
        assertThat(found(calling("a", "elsewhere", false))).isEmpty();
    }

    private static List<String> timer(String part) {
        return found(process("p", node("startEvent", "s") + node("endEvent", "e") + flow("s", "w") + flow("w", "e")
                + "<intermediateCatchEvent id=\"w\"><timerEventDefinition id=\"t\">" + part + "</timerEventDefinition></intermediateCatchEvent>"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"<timeDate>2026-01-31T08:30:00Z</timeDate>", "<timeDate>2026-01-31T08:30:00+08:00</timeDate>",
        "<timeDate>2026-01-31T08:30:00</timeDate>", "<timeDate>2026-01-31</timeDate>", "<timeDate>${due}</timeDate>",
        "<timeDate language=\"http://www.w3.org/1999/XPath\" xsi:type=\"tFormalExpression\">due()</timeDate>",
        "<timeDuration>P1Y2M3DT4H5M6.7S</timeDuration>", "<timeDuration>P2W</timeDuration>",
        "<timeCycle>R3/PT10M</timeCycle>", "<timeCycle>R/P1D</timeCycle>", "<timeCycle>R5/2026-01-31T08:30:00Z/PT1H</timeCycle>",
        "<timeCycle>0 0 8 * * MON-FRI</timeCycle>"})
    void timesOfTheStandardAreAccepted(String part) {
        assertThat(timer(part)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"<timeDate>tomorrow</timeDate>, TIMER_DATE", "<timeDate>2026-02-30</timeDate>, TIMER_DATE",
        "<timeDuration>P</timeDuration>, TIMER_DURATION", "<timeDuration>PT</timeDuration>, TIMER_DURATION",
        "<timeDuration>P1H</timeDuration>, TIMER_DURATION", "<timeDuration>5 minutes</timeDuration>, TIMER_DURATION",
        "<timeCycle>PT10M</timeCycle>, TIMER_CYCLE", "<timeCycle>R3/</timeCycle>, TIMER_CYCLE", "'', TIMER_PARTS"})
    void brokenTimesAreRefused(String part, String code) {
        assertThat(timer(part)).containsExactly("ERROR " + code + " t");
    }

    @Test
    void severalInstancesAreCountedOrAreForPeople() {
        String signed = "<userTask id=\"u\" xmlns:wf=\"urn:wf:bpmn:1.0\" wf:candidateUsers=\"li,wang\"><multiInstanceLoopCharacteristics/></userTask>";
        assertThat(found(process("p", signed))).isEmpty();
        assertThat(found(process("p", signed.replace("userTask", "task")))).containsExactly("ERROR MULTI_INSTANCE_COUNT u");
        assertThat(found(process("p", signed.replace("candidateUsers", "colour")))).containsExactly("ERROR MULTI_INSTANCE_COUNT u");
    }

    @Test
    void whatIsNotInTheFileIsMissing() {
        assertThat(found(process("p", "<receiveTask id=\"r\" messageRef=\"gone\"/>"))).containsExactly("ERROR MISSING_REFERENCE r");
        assertThat(found(process("p", "<receiveTask id=\"r\" messageRef=\"o:elsewhere\"/>"))).isEmpty();
    }

    @Test
    void aDiagramElementMayNotTakeAnIdThatIsInUse() {
        assertThat(found(process("p", node("task", "a")) + "<bpmndi:BPMNDiagram xmlns:bpmndi=\"http://www.omg.org/spec/BPMN/20100524/DI\" id=\"a\">"
                + "<bpmndi:BPMNPlane id=\"b\"/></bpmndi:BPMNDiagram>")).containsExactly("ERROR DUPLICATE_ID a");
    }

    @Test
    void everyReferenceOfTheSchemaIsFollowed() throws Exception {
        Set<String> references = new TreeSet<>();
        try (InputStream schema = Bpmn.class.getResourceAsStream("schema/Semantic.xsd")) {
            Matcher matcher = Pattern.compile("name=\"(\\w+)\" type=\"xsd:IDREF\"").matcher(new String(schema.readAllBytes(), StandardCharsets.UTF_8));
            while (matcher.find()) {
                references.add(matcher.group(1));
            }
        }
        assertThat(references).hasSizeGreaterThan(10);
        assertThat(Names.union(References.ATTRIBUTES, References.ELEMENTS)).containsAll(references);
    }

    @Test
    void aHugeModelIsCheckedInSeconds() {
        StringBuilder inside = new StringBuilder(node("startEvent", "n0"));
        for (int i = 1; i < 20_000; i++) {
            inside.append(node(i % 3 == 0 ? "parallelGateway" : i % 3 == 1 ? "exclusiveGateway" : "task", "n" + i))
                    .append(flow("n" + (i - 1), "n" + i)).append(flow("n" + i, "n" + (i / 2 + 1)).replace("id=\"", "id=\"x"));
        }
        StringBuilder processes = new StringBuilder(process("p", inside.toString()));
        for (int i = 0; i < 2_000; i++) {
            processes.append(calling("p" + i, "p" + (i + 1), false));
        }
        Assertions.assertTimeout(Duration.ofSeconds(90), () -> found(processes.toString()));
    }
}
