package wf.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigInteger;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Date;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import wf.contract.OperationRequest;
import wf.contract.Property;
import wf.contract.StartRequest;
import wf.contract.SubmitRequest;
import wf.contract.TerminateRequest;
import wf.contract.ValueType;
import wf.contract.WorkItemKind;
import wf.contract.WorkItemState;
import wf.instance.InstanceEvent.VariablesChanged;
import wf.instance.InstanceEvent.VariablesChanged.Change;
import wf.instance.NodeInstance;
import wf.instance.Terms;
import wf.instance.TokenEvent.NodeEntered;
import wf.instance.TokenEvent.NodeLeft;
import wf.instance.WorkItem;
import wf.instance.WorkItemEvent.WorkItemCreated;
import wf.value.Value;

/** What is stored as JSON: short, readable, and read again whichever version wrote it. */
class JsonTest {

    private static final Instant NOW = Instant.parse("2026-11-21T08:00:00.123456Z");
    private static final Instant LATER = NOW.plusSeconds(60);

    @Test
    void whatTheReaderKnowsIsLeftOut() {
        JournalBody body = new JournalBody(List.of(new NodeEntered(NodeInstance.entered(4, "review", 3, "f1", null, null, null, NOW)),
                new NodeLeft(2, "draft", List.of(), LATER),
                new WorkItemCreated(new WorkItem(5, 4, 3, "review", WorkItemKind.MAIN, WorkItemState.READY, "li", List.of(), NOW, Terms.NONE, null, null))),
                null, null);
        String text = body.text(NOW);
        assertThat(text).isEqualTo("""
                {"events":[{"event":"NodeEntered","visit":{"id":4,"nodeId":"review","branchId":3,"viaFlow":"f1"}},\
                {"event":"NodeLeft","nodeInstanceId":2,"nodeId":"draft","at":"2026-11-21T08:01:00.123456Z"},\
                {"event":"WorkItemCreated","item":{"id":5,"nodeInstanceId":4,"branchId":3,"nodeId":"review","owner":"li"}}]}""");
        assertThat(JournalBody.of(text, NOW)).isEqualTo(body);
    }

    @Test
    void whatIsNotAsUsualIsSaid() {
        JournalBody body = new JournalBody(List.of(new WorkItemCreated(new WorkItem(5, 4, 3, "review", WorkItemKind.MAIN, WorkItemState.OFFERED,
                null, List.of("group:finance"), LATER, new Terms(NOW, null, 3, null), null, null))), null, "why");
        assertThat(JournalBody.of(body.text(NOW), NOW)).isEqualTo(body);
    }

    @Test
    void whatAnEarlierVersionWroteIsReadAsItWas() {
        String text = """
                {"events":[{"event":"NodeEntered","visit":{"id":4,"nodeId":"review","branchId":3,"state":"ACTIVE","viaFlow":"f1",\
                "enteredAt":"2026-11-21T08:01:00.123456Z"}},{"event":"VariablesChanged","changes":[{"name":"days","after":\
                {"type":"INTEGER","text":"3"}}]},{"event":"NodeLeft","nodeInstanceId":2,"nodeId":"draft","flows":[],\
                "at":"2026-11-21T08:01:00.123456Z"}]}""";
        assertThat(JournalBody.of(text, NOW).events()).containsExactly(
                new NodeEntered(NodeInstance.entered(4, "review", 3, "f1", null, null, null, LATER)),
                new VariablesChanged(List.of(new Change(null, "days", null, new Value(ValueType.INTEGER, "3")))),
                new NodeLeft(2, "draft", List.of(), LATER));
    }

    static Stream<Value> values() {
        return Stream.of(Value.of(""), Value.of("true"), Value.of("17"), Value.of(true), Value.of(false), Value.of(0), Value.of(-3),
                Value.of(Long.MAX_VALUE), Value.of(BigInteger.TEN.pow(5_000)), new Value(ValueType.INTEGER, "007"), new Value(ValueType.INTEGER, "-0"),
                Value.parse(ValueType.DECIMAL, "1.50"), Value.parse(ValueType.DATE, "2026-11-21"), Value.parse(ValueType.DATE_TIME, "2026-11-21T08:00Z"),
                Value.of(List.of(1, "a", true)), Value.of(Map.of("a", 1)), Value.of("李\"\\\n"), new Value(ValueType.BOOLEAN, "TRUE"));
    }

    @ParameterizedTest
    @MethodSource("values")
    void aValueIsReadWithItsTypeAndText(Value value) {
        Map<String, Value> variables = new LinkedHashMap<>(Map.of("x", value));
        InstanceBody.Lasting body = new InstanceBody.Lasting(null, variables);
        assertThat(Json.read(Json.write(body, NOW), InstanceBody.Lasting.class, NOW).variables()).isEqualTo(variables);
        assertThat(Json.read(Json.write(body), InstanceBody.Lasting.class, NOW).variables()).isEqualTo(variables);
    }

    @Test
    void aValueThatJsonKnowsIsWrittenAsJson() {
        Map<String, Value> variables = new LinkedHashMap<>();
        variables.put("name", Value.of("li"));
        variables.put("days", Value.of(3));
        variables.put("paid", Value.of(true));
        variables.put("sum", Value.parse(ValueType.DECIMAL, "1.50"));
        assertThat(Json.write(new InstanceBody.Lasting(null, variables), NOW)).isEqualTo(
                "{\"variables\":{\"name\":\"li\",\"days\":3,\"paid\":true,\"sum\":{\"type\":\"DECIMAL\",\"text\":\"1.50\"}}}");
    }

    static Stream<OperationRequest> requests() {
        SubmitRequest submit = filled(new SubmitRequest());
        StartRequest start = filled(new StartRequest());
        start.definitionKey = "leave";
        TerminateRequest terminate = new TerminateRequest();
        terminate.variables = null;
        terminate.reason = "enough";
        return Stream.of(submit, start, terminate, new OperationRequest());
    }

    private static <R extends OperationRequest> R filled(R request) {
        request.opId = "op-1";
        request.preview = true;
        request.expectedVersion = 3L;
        request.opinion = "同意";
        Property property = new Property();
        property.name = "days";
        property.type = ValueType.INTEGER;
        property.value = "3";
        request.variables = new ArrayList<>(List.of(property, new Property()));
        return request;
    }

    /** Fingerprints outlive an upgrade, so the text under them must not change. */
    @ParameterizedTest
    @MethodSource("requests")
    void whatARequestAsksForIsWrittenAsItAlwaysWas(OperationRequest request) {
        Map<String, Object> fields = Json.fields(request);
        fields.remove("opId");
        fields.remove("preview");
        fields.remove("expectedVersion");
        assertThat(Json.asked(request)).isEqualTo(Json.write(fields));
    }

    @Test
    void aTimeOfAnyRequestIsWrittenAsItAlwaysWas() {
        assertThat(Json.asked(Map.of("at", new Date(0), "opId", "x"))).isEqualTo("{\"at\":\"1970-01-01T00:00:00.000+00:00\"}");
    }
}
