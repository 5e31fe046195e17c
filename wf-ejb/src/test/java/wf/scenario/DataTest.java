package wf.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import wf.contract.ErrorCode;

/** Data of the model as BPMN describes it: objects, inputs, outputs, and what flows between them (10.4). */
class DataTest {

    private final World world = new World(new CoreEngine());

    private static String model(String attributes, String inside) {
        return "<definitions xmlns='http://www.omg.org/spec/BPMN/20100524/MODEL' xmlns:xsi='http://www.w3.org/2001/XMLSchema-instance' xmlns:wf='urn:wf:bpmn:1.0' targetNamespace='t'"
                + attributes + "><process id='p' isExecutable='true'>" + inside + "</process></definitions>";
    }

    /** A script that works on its own data, between a start and somebody's work. */
    private static String around(String data, String script, String extra) {
        return "<startEvent id='s'/>" + extra + "<scriptTask id='t' scriptFormat='jexl'>" + data + "<script>" + script + "</script></scriptTask>"
                + "<userTask id='after' wf:assignee='li'/><endEvent id='e'/><sequenceFlow id='f1' sourceRef='s' targetRef='t'/>"
                + "<sequenceFlow id='f2' sourceRef='t' targetRef='after'/><sequenceFlow id='f3' sourceRef='after' targetRef='e'/>";
    }

    private static String specification(String input, String output) {
        return "<ioSpecification><dataInput id='in' name='" + input + "'/><dataOutput id='out' name='" + output + "'/><inputSet><dataInputRefs>in</dataInputRefs></inputSet>"
                + "<outputSet><dataOutputRefs>out</dataOutputRefs></outputSet></ioSpecification>";
    }

    private static String in(String source, String more) {
        return "<dataInputAssociation>" + source + "<targetRef>in</targetRef>" + more + "</dataInputAssociation>";
    }

    private static String out(String target, String more) {
        return "<dataOutputAssociation><sourceRef>out</sourceRef><targetRef>" + target + "</targetRef>" + more + "</dataOutputAssociation>";
    }

    private static final String OBJECTS = "<dataObject id='order' name='order'/><dataObjectReference id='orderRef' dataObjectRef='order'/>"
            + "<dataObject id='sum' name='sum'/><dataObjectReference id='sumRef' dataObjectRef='sum'/>";

    @Test
    void dataGoInAndOutAndWhatIsInsideStaysInside() {
        world.deployed(model("", around(specification("given", "made") + in("<sourceRef>orderRef</sourceRef>", "") + out("sumRef", ""), "made = given + 1", OBJECTS)));
        world.started("a", "p", "zhao", "order", 41);
        world.expect().at("after").has("sum", 42L).has("made", null).has("given", null);
    }

    @Test
    void assignmentsComputeWhatIsCopied() {
        String from = "<assignment><from xsi:type='tFormalExpression'>order * 2</from><to xsi:type='tFormalExpression'>given</to></assignment>";
        String to = "<assignment><from xsi:type='tFormalExpression'>made + 1</from><to xsi:type='tFormalExpression'>sum</to></assignment>";
        world.deployed(model("", around(specification("given", "made") + in("<sourceRef>orderRef</sourceRef>", from) + out("sumRef", to), "made = given", OBJECTS)));
        world.started("a", "p", "zhao", "order", 20);
        world.expect().at("after").has("sum", 41L);
    }

    @Test
    void severalSourcesAreTransformedToOneValue() {
        world.deployed(model("", around(specification("given", "made")
                + in("<sourceRef>orderRef</sourceRef><sourceRef>sumRef</sourceRef>", "<transformation xsi:type='tFormalExpression'>order + sum</transformation>")
                + out("sumRef", ""), "made = given", OBJECTS)));
        world.started("a", "p", "zhao", "order", 20, "sum", 5);
        world.expect().at("after").has("sum", 25L);
    }

    @Test
    void expressionsMayBeInXPathAndNameDataByItsFunctions() {
        String from = "<assignment><from xsi:type='tFormalExpression'>getDataObject('order') * 2</from><to xsi:type='tFormalExpression'>given</to></assignment>";
        String to = "<assignment><from xsi:type='tFormalExpression'>made + 1</from><to xsi:type='tFormalExpression'>bpmn:getDataObject('sum')</to></assignment>";
        world.deployed(model(" expressionLanguage='http://www.w3.org/1999/XPath'",
                around(specification("given", "made") + in("<sourceRef>orderRef</sourceRef>", from) + out("sumRef", to), "made = given", OBJECTS)));
        world.started("a", "p", "zhao", "order", 20);
        world.expect().at("after").has("sum", 41L);
    }

    @Test
    void dataBeginWithWhatTheModelSaysUnlessTheStarterGivesThem() {
        String objects = "<property id='limit'><extensionElements><wf:value>100</wf:value></extensionElements></property>"
                + "<dataObject id='kind'><extensionElements><wf:value>'plain'</wf:value></extensionElements></dataObject>";
        String model = model("", objects.substring(0, objects.indexOf("<dataObject")) + around("", "seen = limit + kind", objects.substring(objects.indexOf("<dataObject"))));
        world.deployed(model);
        world.started("a", "p", "zhao");
        world.expect().at("after").has("limit", 100L).has("seen", "100plain");
        world.started("b", "p", "zhao", "limit", 7);
        world.expect().at("after").has("limit", 7L).has("kind", "plain");
    }

    @Test
    void anInitialValueThatCannotBeComputedRefusesTheStart() {
        world.deployed(model("", around("", "x = 1", "<dataObject id='kind'><extensionElements><wf:value>nowhere.at.all</wf:value></extensionElements></dataObject>")));
        assertThat(world.refusedStart("p", "zhao")).isEqualTo(ErrorCode.RULE_ERROR);
    }

    @Test
    void dataOfASubProcessBeginAnewEachTimeAndEndWithIt() {
        world.deployed(model("", "<startEvent id='s'/><subProcess id='sub'><multiInstanceLoopCharacteristics><loopCardinality>2</loopCardinality></multiInstanceLoopCharacteristics>"
                + "<startEvent id='s2'/><dataObject id='count'><extensionElements><wf:value>10</wf:value></extensionElements></dataObject>"
                + "<scriptTask id='t' scriptFormat='jexl'><script>count = count + 1; total = total + count</script></scriptTask><endEvent id='e2'/>"
                + "<sequenceFlow id='f4' sourceRef='s2' targetRef='t'/><sequenceFlow id='f5' sourceRef='t' targetRef='e2'/></subProcess>"
                + "<userTask id='after' wf:assignee='li'/><endEvent id='e'/><sequenceFlow id='f1' sourceRef='s' targetRef='sub'/>"
                + "<sequenceFlow id='f2' sourceRef='sub' targetRef='after'/><sequenceFlow id='f3' sourceRef='after' targetRef='e'/>"));
        world.started("a", "p", "zhao", "total", 0);
        world.expect().at("after").has("total", 22L).has("count", null);
    }

    @Test
    void aCalledProcessGetsTheInputsOfItsCallAndGivesItsOutputs() {
        world.deployed(model("", "<startEvent id='s'/><scriptTask id='t' scriptFormat='jexl'><script>made = given * 2; other = 1; secret = empty(order)</script></scriptTask><endEvent id='e'/>"
                + "<sequenceFlow id='f1' sourceRef='s' targetRef='t'/><sequenceFlow id='f2' sourceRef='t' targetRef='e'/>").replace("id='p'", "id='child'"));
        world.deployed(model("", around("", "", OBJECTS).replace("<scriptTask id='t' scriptFormat='jexl'><script></script></scriptTask>",
                "<callActivity id='t' calledElement='child'>" + specification("given", "made") + in("<sourceRef>orderRef</sourceRef>", "") + out("sumRef", "") + "</callActivity>")));
        world.started("a", "p", "zhao", "order", 21);
        world.expect().at("after").has("sum", 42L).has("made", null).has("other", null).has("secret", null);
    }
}
