package wf.scenario;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static wf.scenario.Model.by;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import wf.contract.InstanceState;
import wf.contract.ValueType;
import wf.instance.Job;
import wf.rule.Evaluation;
import wf.scenario.CoreEngine.Reply;
import wf.value.Value;

/** Automatic nodes, sending nodes and rule nodes on the core: what is decided, and what is left to those who call. */
class AutomaticNodeTest {

    private final CoreEngine engine = new CoreEngine();
    private final World world = new World(engine);
    private final List<Job> jobs = new ArrayList<>();

    private static String service(String attributes, String extensions) {
        return "<serviceTask id=\"call\" name=\"call\"" + attributes + "><extensionElements>" + extensions + "</extensionElements></serviceTask>";
    }

    private static String around(String service) {
        return Model.process("automatic").element("call", service).step("after", by("li")).end();
    }

    private void answers(String target, Map<String, Value> values) {
        engine.remote(target, job -> {
            jobs.add(job);
            return Reply.of(values);
        });
    }

    private String input(String name) {
        return jobs.get(0).inputs().get(name).text();
    }

    private static Value json(String text) {
        return Value.parse(ValueType.JSON, text);
    }

    // ---- beans ----

    @Test
    void aBeanIsNamedInOurWordsAndInThoseOfOthers() {
        for (String named : List.of(" wf:bean=\"price\"", " wf:delegateExpression=\"${price}\"", " wf:expression=\"#{ price }\"")) {
            CoreEngine other = new CoreEngine();
            other.bean("price", (bean, call) -> Optional.of(Evaluation.of(Map.of("total", Optional.of(Value.of(7))))));
            World there = new World(other);
            there.deployed(around(service(named, "")));
            there.started("a", "automatic", "zhao");
            there.expect().at("after").has("total", 7L);
        }
    }

    @Test
    void anExpressionWithoutABeanIsTheResultItself() {
        world.deployed(around(service(" wf:expression=\"${amount * 2}\" wf:resultVariable=\"twice\"", "")));
        world.started("a", "automatic", "zhao", "amount", 21);
        world.expect().at("after").has("twice", 42L);
    }

    @Test
    void whatCannotBeABeanIsRefused() {
        refused(service(" wf:class=\"com.example.Charge\"", ""), "JAVA_CLASS");
        refused(service(" wf:expression=\"${orders.charge(order)}\"", ""), "CALL_BEAN");
        refused(service(" wf:type=\"external\" wf:topic=\"charge\"", ""), "CALL_TYPE");
        refused(service(" wf:bean=\"a\"", "<wf:jms destination=\"b\"/>"), "CALL_SEVERAL");
    }

    private void refused(String service, String code) {
        assertThatThrownBy(() -> engine.deploy(around(service))).hasMessageContaining("code=" + code);
    }

    // ---- REST ----

    @Test
    void variablesFillARequestAndCannotChangeIt() {
        answers("rest:https://crm.example", Map.of());
        world.deployed(around(service("", """
                <wf:rest method="POST" url="https://crm.example/customers/${name}?from=${from}">
                  <wf:header name="X-Reason" value="because of ${reason}"/>
                  <wf:body>{"name": "${name}", "amount": ${amount}, "from": ${from}, "list": ${list}}</wf:body>
                </wf:rest>""")));
        world.started("a", "automatic", "zhao", "name", "王/\"x\"?&", "amount", 3, "from", "a b", "reason", "tests", "list", List.of(1, "x"));
        world.expect().at("after");
        assertThat(input("address")).isEqualTo("https://crm.example/customers/%E7%8E%8B%2F%22x%22%3F%26?from=a%20b");
        assertThat(input("header.X-Reason")).isEqualTo("because of tests");
        assertThat(input("body")).isEqualTo("{\"name\": \"王/\\\"x\\\"?&\", \"amount\": 3, \"from\": \"a b\", \"list\": [1,\"x\"]}");
    }

    @Test
    void aValueWouldBeginAnotherHeaderAndIsStopped() {
        world.deployed(around(service("", "<wf:rest url=\"https://crm.example\"><wf:header name=\"X-A\" value=\"${a}\"/></wf:rest>")));
        world.started("a", "automatic", "zhao", "a", "x\r\nEvil: 1");
        world.expect().at().incidents("RULE_ERROR@call");
    }

    @Test
    void aValueCannotNameASecret() {
        world.deployed(around(service("", "<wf:rest endpoint=\"crm\" url=\"/\"><wf:header name=\"Authorization\" value=\"${a} {secret:crm}\"/></wf:rest>")));
        world.started("a", "automatic", "zhao", "a", "{secret:crm.other}");
        world.expect().incidents("RULE_ERROR@call");
    }

    @Test
    void aSecretGoesToItsOwnEndpointOnly() {
        String header = "<wf:header name=\"Authorization\" value=\"Bearer {secret:crm}\"/>";
        refused(service("", "<wf:rest url=\"https://evil.example/\">" + header + "</wf:rest>"), "CALL_SECRET");
        refused(service("", "<wf:rest endpoint=\"crm2\" url=\"/\">" + header + "</wf:rest>"), "CALL_SECRET");
    }

    @Test
    void aValueCannotLeadToAnotherPlace() {
        world.deployed(around(service("", "<wf:rest endpoint=\"crm\" url=\"/customers/${id}/orders\"/>")));
        world.started("a", "automatic", "zhao", "id", "..");
        world.expect().incidents("RULE_ERROR@call");
    }

    @Test
    void theHostIsNoVariable() {
        refused(service("", "<wf:rest url=\"https://${host}/\"/>"), "CALL_URL");
        refused(service("", "<wf:rest url=\"file:///etc/passwd\"/>"), "CALL_URL");
        refused(service("", "<wf:rest url=\"https://a@evil.example/\"/>"), "CALL_URL");
        refused(service("", "<wf:rest endpoint=\"crm\" url=\"@evil.example/\"/>"), "CALL_URL");
    }

    @Test
    void theAnswerBecomesVariables() {
        answers("rest:crm", Map.of("customer", Value.of("C-1"), "response", json("{\"status\":200,\"body\":{\"total\":10.50,\"items\":[1,2]}}")));
        world.deployed(around(service(" wf:resultVariable=\"whole\"", """
                <wf:rest endpoint="crm" url="/orders/${id}">
                  <wf:result name="customer" path="/customer/id"/>
                  <wf:result name="missing" path="/nothing"/>
                  <wf:result name="sum" value="${response.body.total + discount}"/>
                  <wf:result name="status" value="${response.status}"/>
                </wf:rest>""")));
        world.started("a", "automatic", "zhao", "id", "1", "discount", new java.math.BigDecimal("0.50"), "missing", "old");
        world.expect().at("after").has("customer", "C-1").has("missing", null).has("sum", new java.math.BigDecimal("11.00")).has("status", 200L)
                .has("whole", Map.of("total", new java.math.BigDecimal("10.50"), "items", List.of(1, 2)));
    }

    @Test
    void anErrorOfTheModelIsCaughtAtTheBoundary() {
        engine.remote("rest:crm", job -> Reply.error("NOT_FOUND", "404"));
        world.deployed(caught("<wf:rest endpoint=\"crm\" url=\"/1\"><wf:error status=\"404\" code=\"NOT_FOUND\"/></wf:rest>"));
        world.started("a", "caught", "zhao");
        world.expect().at("mend").has("errorCode", null).is(InstanceState.RUNNING);
    }

    private static String caught(String call) {
        return """
                <definitions xmlns="http://www.omg.org/spec/BPMN/20100524/MODEL" xmlns:wf="urn:wf:bpmn:1.0" targetNamespace="t">
                <error id="e" errorCode="NOT_FOUND"/><process id="caught" isExecutable="true"><startEvent id="s"/>
                <serviceTask id="call"><extensionElements>%s</extensionElements></serviceTask>
                <boundaryEvent id="b" attachedToRef="call"><errorEventDefinition errorRef="e"/></boundaryEvent>
                <userTask id="mend" wf:assignee="li"/><endEvent id="e1"/><endEvent id="e2"/>
                <sequenceFlow id="f1" sourceRef="s" targetRef="call"/><sequenceFlow id="f2" sourceRef="call" targetRef="e1"/>
                <sequenceFlow id="f3" sourceRef="b" targetRef="mend"/><sequenceFlow id="f4" sourceRef="mend" targetRef="e2"/>
                </process></definitions>""".formatted(call);
    }

    @Test
    void whatFailsForGoodStandsAtAnIncidentAndCanBeTriedAgain() {
        world.deployed(around(service("", "<wf:rest endpoint=\"crm\" url=\"/\"/>")));
        world.started("a", "automatic", "zhao");
        world.expect().at().incidents("JOB_FAILED@call");
        answers("rest:crm", Map.of());
        world.actor("admin").retries("JOB_FAILED@call");
        world.expect().at("after").incidents();
    }

    // ---- SOAP, SQL, JMS ----

    @Test
    void aSoapBodyKeepsItsShapeWhateverTheVariablesHold() {
        answers("soap:https://tax.example", Map.of("rate", Value.of("0.13")));
        world.deployed(around(service("", """
                <wf:soap url="https://tax.example/rates" action="urn:rates#get">
                  <wf:body><![CDATA[<r:get xmlns:r="urn:rates" code="${code}">${name}</r:get>]]></wf:body>
                  <wf:result name="rate" xpath="//r:rate/text()"/>
                </wf:soap>""")));
        world.started("a", "automatic", "zhao", "code", "\"/><x a=\"", "name", "<script>&");
        world.expect().at("after").has("rate", "0.13");
        assertThat(input("body")).isEqualTo("<r:get xmlns:r=\"urn:rates\" code=\"&quot;/&gt;&lt;x a=&quot;\">&lt;script&gt;&amp;</r:get>");
    }

    @Test
    void aQueryBindsItsParameters() {
        answers("sql:crm", Map.of("response", json("{\"body\":[{\"ID\":1}]}")));
        world.deployed(around(service("", """
                <wf:sql source="crm">select id from customer where name = :name and area = :area and note != ':x'
                  <wf:parameter name="area" value="${region}"/><wf:result name="customers"/></wf:sql>""")));
        world.started("a", "automatic", "zhao", "name", "' or 1=1 --", "region", 5);
        world.expect().at("after").has("customers", List.of(Map.of("ID", 1)));
        assertThat(jobs.get(0).inputs()).containsEntry("parameter.name", Value.of("' or 1=1 --")).containsEntry("parameter.area", Value.of(5));
    }

    @Test
    void onlyOneSelectIsAQuery() {
        for (String sql : List.of("delete from customer", "select 1; drop table customer", "select 1 into x from y", "select a from b for update",
                "select 'a", "with x as (delete from a) select 1", "select 1 -- x", "select /* x */ 1", "call f()", "select ?", "")) {
            refused(service("", "<wf:sql source=\"crm\">" + sql + "</wf:sql>"), "CALL_SQL");
        }
    }

    @Test
    void aMessageLeavesWithItsProperties() {
        answers("jms:ledger", Map.of());
        world.deployed(around("<sendTask id=\"call\"><extensionElements><wf:jms destination=\"ledger\"><wf:property name=\"kind\" value=\"${kind}\"/>"
                + "<wf:body>{\"id\": ${id}}</wf:body></wf:jms></extensionElements></sendTask>"));
        world.started("a", "automatic", "zhao", "kind", "booking", "id", 12);
        world.expect().at("after");
        assertThat(input("body")).isEqualTo("{\"id\": 12}");
        assertThat(input("property.kind")).isEqualTo("booking");
    }

    @Test
    void aBodyThatIsNoJsonAnyMoreIsNotSent() {
        world.deployed(around(service("", "<wf:jms destination=\"ledger\"><wf:body>{\"id\": ${id} ${id}}</wf:body></wf:jms>")));
        world.started("a", "automatic", "zhao", "id", 12);
        world.expect().incidents("RULE_ERROR@call");
    }

    @Test
    void theOperationSaysWhatIsCalled() {
        answers("rest:crm", Map.of("x", Value.of("1")));
        world.deployed("""
                <definitions xmlns="http://www.omg.org/spec/BPMN/20100524/MODEL" xmlns:wf="urn:wf:bpmn:1.0" xmlns:t="t" targetNamespace="t">
                <message id="in"/><interface id="i" name="i"><operation id="o" name="o"><extensionElements><wf:rest endpoint="crm" url="/">
                <wf:result name="x" path="/x"/></wf:rest></extensionElements><inMessageRef>t:in</inMessageRef></operation></interface>
                <process id="automatic" isExecutable="true"><startEvent id="s"/><serviceTask id="call" operationRef="t:o" implementation="##unspecified"/>
                <userTask id="after" wf:assignee="li"/>
                <sequenceFlow id="f1" sourceRef="s" targetRef="call"/><sequenceFlow id="f2" sourceRef="call" targetRef="after"/></process></definitions>""");
        world.started("a", "automatic", "zhao");
        world.expect().at("after").has("x", "1");
    }

    // ---- rules ----

    @Test
    void theFirstRuleThatHoldsDecides() {
        world.deployed(around("""
                <businessRuleTask id="call"><extensionElements><wf:rules>
                  <wf:row when="amount &gt; 1000"><wf:set name="level" value="'board'"/></wf:row>
                  <wf:row when="amount &gt; 100"><wf:set name="level" value="'head'"/><wf:set name="days" value="1 + 1"/></wf:row>
                  <wf:row><wf:set name="level" value="'clerk'"/></wf:row>
                </wf:rules></extensionElements></businessRuleTask>"""));
        world.started("a", "automatic", "zhao", "amount", 500, "days", 9);
        world.expect().at("after").has("level", "head").has("days", 2L);
        world.started("b", "automatic", "zhao", "amount", 5, "days", 9);
        world.expect().at("after").has("level", "clerk").has("days", null);
    }

    @Test
    void rulesThatCannotBeEvaluatedAreFoundAtDeployment() {
        String task = "<businessRuleTask id=\"call\"><extensionElements><wf:rules hit=\"%s\"><wf:row when=\"%s\"><wf:set name=\"%s\" value=\"1\"/></wf:row>"
                + "</wf:rules></extensionElements></businessRuleTask>";
        refused(task.formatted("FIRST", "amount &gt;", "x"), "RULES");
        refused(task.formatted("UNIQUE", "true", "x"), "RULES_HIT");
        refused(task.formatted("FIRST", "true", "a b"), "RULES_SET");
        refused("<businessRuleTask id=\"call\" wf:decisionRef=\"dish\"/>", "RULES_ELSEWHERE");
    }
}
