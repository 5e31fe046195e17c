package wf.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import wf.contract.ErrorCode;
import wf.contract.InstanceState;
import wf.instance.Terms;

/** Who handles work and on which terms, in the words of the standard and of kindred engines. */
class ForeignPeopleTest {

    private static final String HEAD = "<definitions xmlns='http://www.omg.org/spec/BPMN/20100524/MODEL' xmlns:camunda='http://camunda.org/schema/1.0/bpmn'"
            + " xmlns:flowable='http://flowable.org/bpmn' xmlns:wf='urn:wf:bpmn:1.0' xmlns:t='t' targetNamespace='t'>";
    private final CoreEngine engine = new CoreEngine();
    private final World world = new World(engine);

    private void deployed(String roots, String attributes, String inside) {
        deployed(roots, "<startEvent id='s'/>", attributes, inside);
    }

    private void deployed(String roots, String start, String attributes, String inside) {
        world.deployed(HEAD + roots + "<process id='p' isExecutable='true'>" + start + "<userTask id='work'" + attributes + ">" + inside
                + "</userTask><endEvent id='e'/><sequenceFlow id='f1' sourceRef='s' targetRef='work'/>"
                + "<sequenceFlow id='f2' sourceRef='work' targetRef='e'/></process></definitions>");
    }

    private static String role(String role, String expression) {
        return "<" + role + "><resourceAssignmentExpression><formalExpression>" + expression + "</formalExpression></resourceAssignmentExpression></" + role + ">";
    }

    private List<String> candidates() {
        return engine.instances().get(engine.instances().size() - 1).items().iterator().next().candidates();
    }

    private Terms terms() {
        return engine.instances().get(engine.instances().size() - 1).items().iterator().next().terms();
    }

    @Test
    void theAssigneeGetsTheWorkWhoeverElseIsACandidate() {
        deployed("", " camunda:assignee='${who}' camunda:candidateGroups='finance'", "");
        world.started("a", "p", "zhao", "who", "li");
        world.expect().at("work").todoOf("li");
        world.started("b", "p", "zhao", "who", "");
        world.expect().offered("work");
        assertThat(candidates()).containsExactly("group:finance");
    }

    @Test
    void aHumanPerformerGetsTheWork() {
        deployed("", "", role("humanPerformer", "li"));
        world.started("a", "p", "zhao");
        world.expect().todoOf("li");
    }

    @Test
    void potentialOwnersMayClaimByTheirKind() {
        deployed("", "", role("potentialOwner", "user(li), group(finance), post(legal), rd"));
        world.started("a", "p", "zhao");
        world.expect().offered("work");
        assertThat(candidates()).containsExactlyInAnyOrder("user:li", "group:finance", "post:legal", "group:rd");
    }

    @Test
    void anExpressionOfTheRoleIsEvaluatedInItsLanguage() {
        deployed("", "", role("humanPerformer", "${manager}"));
        world.started("a", "p", "zhao", "manager", "wang");
        world.expect().todoOf("wang");
        deployed("", "", "<humanPerformer><resourceAssignmentExpression><formalExpression language='http://www.w3.org/1999/XPath'>$manager</formalExpression>"
                + "</resourceAssignmentExpression></humanPerformer>");
        world.started("b", "p", "zhao", "manager", "li");
        world.expect().todoOf("li");
    }

    @Test
    void aResourceIsTheGroupOfItsNameOrWhomItsParametersMean() {
        String resource = "<resource id='r' name='finance'><resourceParameter id='p1' name='user'/><resourceParameter id='p2' name='region'/></resource>";
        deployed(resource, "", "<potentialOwner><resourceRef>t:r</resourceRef></potentialOwner>");
        world.started("a", "p", "zhao");
        world.expect().offered("work");
        assertThat(candidates()).containsExactly("group:finance");
        deployed(resource, "", "<humanPerformer><resourceRef>t:r</resourceRef><resourceParameterBinding parameterRef='t:p1'><formalExpression>${boss}</formalExpression>"
                + "</resourceParameterBinding></humanPerformer>");
        world.started("b", "p", "zhao", "boss", "wang");
        world.expect().todoOf("wang");
    }

    @Test
    void theTermsOfWorkAreFoundOutWhenItComes() {
        deployed("", " camunda:assignee='li' camunda:dueDate='${until}' camunda:followUpDate='P1D' camunda:priority='${amount * 10}' camunda:formKey='app:${form}'", "");
        world.started("a", "p", "zhao", "until", "2030-01-31T08:30:00+08:00", "amount", 5, "form", "f1");
        Instant now = Instant.ofEpochSecond(1_800_000_000);
        assertThat(terms()).isEqualTo(new Terms(Instant.parse("2030-01-31T00:30:00Z"), now.plusSeconds(86_400), 50, "app:f1"));
    }

    @Test
    void aTermThatIsNoneRefusesWhoeverCausesIt() {
        deployed("", " camunda:assignee='li' camunda:dueDate='${until}'", "");
        assertThat(world.refusedStart("p", "zhao", "until", "next week")).isEqualTo(ErrorCode.RULE_ERROR);
        world.started("a", "p", "zhao", "until", "");
        assertThat(terms()).isEqualTo(Terms.NONE);
    }

    @Test
    void theStarterIsKnownByTheNameThatTheModelGivesHim() {
        deployed("", "<startEvent id='s' flowable:initiator='who'/>", " flowable:assignee='${who}'", "");
        world.started("a", "p", "zhao");
        world.expect().todoOf("zhao").has("who", "zhao");
    }

    @Test
    void whatWasCaughtIsInTheVariablesThatTheModelNames() {
        world.deployed(HEAD + "<process id='p' isExecutable='true'><startEvent id='s'/><scriptTask id='t' scriptFormat='jexl'><script>throwError('E1', 'no stock')</script></scriptTask>"
                + "<boundaryEvent id='b' attachedToRef='t'><errorEventDefinition camunda:errorCodeVariable='code' camunda:errorMessageVariable='why'/></boundaryEvent>"
                + "<userTask id='mend' camunda:assignee='li'/><endEvent id='e'/><sequenceFlow id='f1' sourceRef='s' targetRef='t'/>"
                + "<sequenceFlow id='f2' sourceRef='t' targetRef='e'/><sequenceFlow id='f3' sourceRef='b' targetRef='mend'/><sequenceFlow id='f4' sourceRef='mend' targetRef='e'/></process></definitions>");
        world.started("a", "p", "zhao");
        world.expect().at("mend").has("code", "E1").has("why", "no stock");
    }

    // ---- called processes ----

    private void calls(String attributes, String mappings) {
        world.deployed(HEAD + "<process id='child' isExecutable='true'><startEvent id='s'/><scriptTask id='t' scriptFormat='jexl'><script>"
                + "seen = empty(a) ? 'nothing' : a; a = 'changed'; b = 'new'</script></scriptTask><endEvent id='e'/>"
                + "<sequenceFlow id='f1' sourceRef='s' targetRef='t'/><sequenceFlow id='f2' sourceRef='t' targetRef='e'/></process></definitions>");
        world.deployed(HEAD + "<process id='p' isExecutable='true'><startEvent id='s'/><callActivity id='t' calledElement='child'" + attributes
                + "><extensionElements>" + mappings + "</extensionElements></callActivity><userTask id='after' camunda:assignee='li'/>"
                + "<sequenceFlow id='f1' sourceRef='s' targetRef='t'/><sequenceFlow id='f2' sourceRef='t' targetRef='after'/></process></definitions>");
        world.started("a", "p", "zhao", "a", "mine");
        world.expect().at("after");
    }

    @Test
    void exactlyWhatIsMappedGoesInAndComesBack() {
        calls("", "<camunda:in source='a' target='a'/><camunda:out source='seen' target='told'/>");
        world.expect().has("a", "mine").has("told", "mine").has("b", null);
    }

    @Test
    void whatIsMappedInDoesNotComeBackByItself() {
        calls("", "<camunda:in variables='all'/>");
        world.expect().has("a", "mine").has("b", null).has("seen", null);
    }

    @Test
    void inheritedVariablesGoInAndOnlyMappedOnesComeBack() {
        calls(" flowable:inheritVariables='true'", "<flowable:out source='seen' target='told'/>");
        world.expect().has("a", "mine").has("told", "mine");
    }

    @Test
    void withoutAMappingWhatChangedComesBack() {
        calls("", "");
        world.expect().has("a", "changed").has("seen", "mine").has("b", "new").is(InstanceState.RUNNING);
    }

    @Test
    void aVariableThatIsNotThereIsNotPassed() {
        calls("", "<camunda:in source='unknown' target='a'/><camunda:out source='seen' target='told'/>");
        world.expect().has("told", "nothing");
    }
}
