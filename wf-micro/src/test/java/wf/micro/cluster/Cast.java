package wf.micro.cluster;

import static wf.scenario.Model.Line.line;
import static wf.scenario.Model.by;
import static wf.scenario.Model.byStarter;
import static wf.scenario.Model.offeredTo;
import static wf.scenario.Model.offeredToGroup;
import static wf.scenario.Model.process;
import static wf.scenario.Model.signedBy;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.IntStream;
import wf.contract.DefinitionReply;
import wf.contract.DeployRequest;
import wf.contract.OperationReply;
import wf.contract.StartRequest;
import wf.micro.face.Rest;
import wf.scenario.World;

/** Who takes part, and the processes that they play. */
final class Cast {
    static final String ADMIN = "admin";
    static final String STARTER = "zhao";
    static final List<String> PEOPLE = List.of(STARTER, "li", "wang", "sun", "zhou", "qian");
    /** Where people work in {@link #everything}, in their order. */
    static final List<String> STEPS = List.of("draft", "legal", "check", "pay", "round", "sign");

    private Cast() { }

    /** Two who work side by side, and one who goes on when both have come to an end. */
    static String join(String key) {
        return process(key).fork(line("left", by("li")), line("right", by("wang"))).step("after", by("sun")).end();
    }

    static String pool(String key) {
        return process(key).step("pay", offeredToGroup("finance")).end();
    }

    /** A draft, three branches with people, an offer and a round of signers, a job of its own behind the join; and from the end back. */
    static String everything(String key) {
        String script = "<scriptTask id=\"count\" wf:async=\"true\"><script>passed = passed + 1;</script></scriptTask>";
        return process(key).step("draft", byStarter())
                .fork(line("legal", by("li")).then("check", offeredTo("zhao", "wang")), line("pay", offeredToGroup("finance")),
                        line("round", signedBy("PARALLEL", "QUORUM", "60%", "li", "wang", "sun", "zhou", "qian")))
                .element("count", script).step("sign", by("sun"))
                .element("more", "<exclusiveGateway id=\"more\" default=\"more_end\"/>").flow("more", "draft", "${again}").end()
                .replace("isExecutable=\"true\"", "isExecutable=\"true\" wf:suspend=\"true\" wf:reopen=\"true\" wf:allow=\"jump,freeSubmit,replaceHandler\"");
    }

    static void deploy(Rest node, String bpmn) {
        DeployRequest request = new DeployRequest();
        request.source = bpmn.getBytes(StandardCharsets.UTF_8);
        long id = node.call(ADMIN, DefinitionReply.class, "deploy", "request", request).definitions.get(0).id;
        node.call(ADMIN, DefinitionReply.class, "release", "definitionId", id);
    }

    /** Each with a business key and an operation id of its own. */
    static List<OperationReply> start(Rest node, String key, int instances) {
        return IntStream.range(0, instances).mapToObj(number -> {
            StartRequest request = new StartRequest();
            request.definitionKey = key;
            request.businessKey = key + "-" + number;
            request.opId = key + "-start-" + number;
            request.variables.add(World.property("again", true));
            request.variables.add(World.property("passed", 0));
            return node.call(STARTER, OperationReply.class, "start", "request", request);
        }).toList();
    }
}
