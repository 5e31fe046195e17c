package wf.scenario;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static wf.scenario.Model.process;
import static wf.scenario.Model.signedByAll;

import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;
import wf.command.Command;
import wf.contract.CountersignSubmitRequest;
import wf.contract.ErrorCode;
import wf.contract.OperationRequest;
import wf.contract.ProcessInfo;
import wf.contract.ProcessInfoFormat;
import wf.contract.ProcessSheet;
import wf.contract.StartRequest;
import wf.contract.SubmitRequest;
import wf.contract.Vote;
import wf.refusal.Refused;
import wf.store.Json;

/** Y1: an instance told as a table, as JSON, as XML, as an approval sheet, and on its diagram. */
class ProcessInfoTest extends StoreTest {

    private static final String HOSTILE = "<script>alert('x')</script>\"&";

    @BeforeAll
    void deploy() throws Exception {
        engine.deploy(process("trip").step("draft", new Model.Who(" wf:starter=\"true\"",
                "<wf:field name=\"city\" label=\"目的地 &lt;b&gt;\" type=\"STRING\" access=\"WRITE\"/>"
                + "<wf:field name=\"abroad\" label=\"出国\" type=\"BOOLEAN\" access=\"WRITE\"/>"
                + "<wf:field name=\"card\" label=\"卡号\" type=\"STRING\" access=\"WRITE\" sensitivity=\"masked\"/>"))
                .step("sign", signedByAll("li", "wang")).step("book", new Model.Who(" wf:assignee=\"sun\" wf:opinions=\"own\"", "")).end());
        try (InputStream sample = getClass().getResourceAsStream("/wf/sample/contract.bpmn")) {
            engine.deploy(new String(sample.readAllBytes(), StandardCharsets.UTF_8));
        }
    }

    private long trip() {
        StartRequest start = new StartRequest();
        start.definitionKey = "trip";
        start.title = "Trip " + HOSTILE;
        start.businessKey = "T-1";
        long instance = engine.execute("zhao", Command.create("start", start)).instanceId;
        submit(instance, "zhao", "=1+1", "city", HOSTILE + " Wien", "abroad", true, "card", "6222020200098765");
        vote(instance, "li", Vote.AGREE, "好的 " + HOSTILE);
        return instance;
    }

    private void submit(long instance, String person, String opinion, Object... variables) {
        SubmitRequest request = new SubmitRequest();
        request.opinion = opinion;
        for (int i = 0; i < variables.length; i += 2) {
            request.variables.add(World.property((String) variables[i], variables[i + 1]));
        }
        engine.execute(person, Command.onItem("submit", mine(instance, person), request));
    }

    private void vote(long instance, String person, Vote vote, String opinion) {
        CountersignSubmitRequest request = new CountersignSubmitRequest();
        request.vote = vote;
        request.opinion = opinion;
        engine.execute(person, Command.onItem("countersignSubmit", mine(instance, person), request));
    }

    private long mine(long instance, String person) {
        return engine.openItems(instance).stream().filter(i -> person.equals(i.owner())).findFirst().orElseThrow().id();
    }

    private ProcessInfo info(String person, long instance, ProcessInfoFormat format, String locale) {
        return engine.shell.processInfos.format(engine.caller(person), instance, format, null, locale);
    }

    private static Document parsed(String xml) throws Exception {
        DocumentBuilderFactory factory = DocumentBuilderFactory.newInstance();
        factory.setNamespaceAware(true);
        return factory.newDocumentBuilder().parse(new ByteArrayInputStream(xml.getBytes(StandardCharsets.UTF_8)));
    }

    @Test
    void aTableHasOneRowForEachStepWithNodePersonVoteOpinionAndTime() {
        ProcessInfo table = info("zhao", trip(), ProcessInfoFormat.TABLE, "en");
        assertThat(table.columns).containsExactly("Step", "Person", "Action", "Vote", "Opinion", "Time");
        assertThat(table.rows).hasSize(3);
        assertThat(table.rows.get(2).cells).startsWith("sign", "li", "Sign", "Agrees").anyMatch(c -> c.startsWith("好的"));
        assertThat(table.rows.get(1).cells.get(5)).matches("\\d{4}-\\d\\d-\\d\\d \\d\\d:\\d\\d");
        ProcessInfo some = engine.shell.processInfos.format(engine.caller("zhao"), table.instanceId, ProcessInfoFormat.TABLE, "at, person", "zh");
        assertThat(some.columns).containsExactly("时间", "办理人");
        assertThat(some.rows.get(0).cells).hasSize(2).contains("zhao");
    }

    @Test
    void noCellOfATableIsAFormula() {
        ProcessInfo table = info("zhao", trip(), ProcessInfoFormat.TABLE, "zh");
        assertThat(table.mediaType).isEqualTo("text/csv");
        assertThat(table.content).startsWith("\"环节\",\"办理人\",\"操作\",\"表决\",\"意见\",\"时间\"\r\n").contains("\"'=1+1\"", "\"\"&");
    }

    @Test
    void programsGetTheSameAsJsonAndAsXml() throws Exception {
        long instance = trip();
        ProcessSheet sheet = Json.read(info("zhao", instance, ProcessInfoFormat.JSON, null).content, ProcessSheet.class);
        assertThat(sheet.instance.id).isEqualTo(instance);
        assertThat(sheet.steps).extracting(s -> s.operation).containsExactly("start", "submit", "countersignSubmit");
        assertThat(sheet.fields).extracting(f -> f.value).contains("****8765", "true");
        assertThat(sheet.openItems).extracting(i -> i.owner.id).containsExactly("wang");
        Element root = parsed(info("zhao", instance, ProcessInfoFormat.XML, "zh").content).getDocumentElement();
        NodeList steps = root.getElementsByTagName("step");
        assertThat(steps.getLength()).isEqualTo(3);
        assertThat(((Element) steps.item(2)).getAttribute("vote")).isEqualTo("AGREE");
        assertThat(steps.item(2).getTextContent()).isEqualTo("好的 " + HOSTILE);
        assertThat(((Element) root.getElementsByTagName("instance").item(0)).getAttribute("businessKey")).isEqualTo("T-1");
    }

    @Test
    void theApprovalSheetShowsFormStepsAndLinesToSignInChinese() {
        String html = info("li", trip(), ProcessInfoFormat.HTML, "zh").content;
        assertThat(html).contains("<html lang=\"zh\">", "<h1>trip审批单</h1>", "表单内容", "审批过程", "T-1", "同意", "<th scope=\"row\">出国</th><td class=\"text\">是</td>",
                "****8765", "@media print", "运行中", "待办", "sign · li", "sign · wang", "<span class=\"line\">");
        assertThat(html).doesNotContain("6222020200098765");
    }

    @Test
    void theApprovalSheetIsInEnglishForThoseWhoReadEnglish() {
        String html = info("li", trip(), ProcessInfoFormat.HTML, "en").content;
        assertThat(html).contains("<html lang=\"en\">", "approval sheet", "Signatures", "Agrees", "Running", "yes").doesNotContain("审批");
    }

    @Test
    void whatPeopleTypeStaysText() throws Exception {
        long instance = trip();
        for (ProcessInfoFormat format : ProcessInfoFormat.values()) {
            if (format == ProcessInfoFormat.HTML || format == ProcessInfoFormat.XML) {
                String content = info("zhao", instance, format, "zh").content;
                assertThat(content).doesNotContain("<script", "<b>").contains("&lt;script&gt;alert(&#39;x&#39;)&lt;/script&gt;&quot;&amp;");
            }
        }
        String html = info("zhao", instance, ProcessInfoFormat.HTML, "zh").content;
        assertThat(html).doesNotContain("http", "src=", "href=", "javascript", "onerror");
        parsed(html.replaceFirst("<!DOCTYPE html>", "").replaceAll("<meta ([^>]*)>", "<meta $1/>"));
    }

    @Test
    void anOpinionThatIsNotForTheReaderIsOnNoSheet() {
        long instance = trip();
        vote(instance, "wang", Vote.AGREE, "fine");
        submit(instance, "sun", "for me alone");
        for (ProcessInfoFormat format : new ProcessInfoFormat[] {ProcessInfoFormat.TABLE, ProcessInfoFormat.JSON, ProcessInfoFormat.XML, ProcessInfoFormat.HTML}) {
            assertThat(info("zhao", instance, format, "zh").content).doesNotContain("for me alone");
            assertThat(info("sun", instance, format, "zh").content).contains("for me alone");
        }
        assertThat(info("zhao", instance, ProcessInfoFormat.HTML, "zh").content).contains("已办结");
    }

    @Test
    void theDiagramIsColouredByWhatHasComeOfEachNode() throws Exception {
        long instance = engine.start("zhao", "contract", Map.of()).instanceId();
        submit(instance, "zhao", null, "party", "某公司", "amount", 10);
        long legal = engine.openItems(instance).stream().filter(i -> i.node().equals("legal")).findFirst().orElseThrow().id();
        engine.execute("li", Command.onItem("claim", legal, new OperationRequest()));
        submit(instance, "li", null);
        ProcessInfo svg = info("zhao", instance, ProcessInfoFormat.SVG, "zh");
        assertThat(svg.mediaType).isEqualTo("image/svg+xml");
        Document document = parsed(svg.content);
        assertThat(state(document, "draft")).isEqualTo("DONE");
        assertThat(state(document, "legal")).isEqualTo("DONE");
        assertThat(state(document, "finance")).isEqualTo("ACTIVE");
        assertThat(state(document, "join")).isEqualTo("ACTIVE");
        assertThat(state(document, "sign")).isEqualTo("UNTOUCHED");
        assertThat(flow(document, "legalDone")).isEqualTo("2");
        assertThat(flow(document, "financeDone")).isEqualTo("1");
        assertThat(svg.content).contains("法务审核", "办理中").doesNotContain("script", "href");
        assertThat(info("zhao", instance, ProcessInfoFormat.SVG, "en").content).contains("not visited");
    }

    private static String state(Document svg, String node) {
        return attribute(svg, "g", "data-node", node, "data-state");
    }

    private static String flow(Document svg, String flow) {
        return attribute(svg, "polyline", "data-flow", flow, "stroke-width");
    }

    private static String attribute(Document svg, String element, String key, String value, String wanted) {
        NodeList all = svg.getElementsByTagName(element);
        for (int i = 0; i < all.getLength(); i++) {
            if (((Element) all.item(i)).getAttribute(key).equals(value)) {
                return ((Element) all.item(i)).getAttribute(wanted);
            }
        }
        throw new AssertionError("no " + element + " " + value);
    }

    @Test
    void aModelWithoutADiagramSaysSo() {
        refused(ErrorCode.ILLEGAL_STATE, () -> info("zhao", trip(), ProcessInfoFormat.SVG, "zh"));
    }

    @Test
    void whoMayNotReadTheInstanceGetsNoSheetAndWrongWishesAreRefused() {
        long instance = trip();
        refused(ErrorCode.NOT_FOUND, () -> info("zhou", instance, ProcessInfoFormat.HTML, "zh"));
        refused(ErrorCode.NOT_FOUND, () -> neighbour.shell.processInfos.format(neighbour.caller("admin"), instance, null, null, null));
        refused(ErrorCode.INVALID_INPUT, () -> info("zhao", instance, ProcessInfoFormat.HTML, "fr"));
        refused(ErrorCode.INVALID_INPUT, () -> engine.shell.processInfos.format(engine.caller("zhao"), instance, ProcessInfoFormat.TABLE, "salary", null));
    }

    private static void refused(ErrorCode code, Runnable act) {
        assertThatThrownBy(act::run).isInstanceOfSatisfying(Refused.class, e -> assertThat(e.problem().code).isEqualTo(code));
    }
}
