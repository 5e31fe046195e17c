package wf.message;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.junit.jupiter.api.Test;
import wf.access.Caller;
import wf.access.Service;
import wf.access.ServiceKey;
import wf.access.SignOn;
import wf.contract.ErrorCode;
import wf.contract.OperationReply;
import wf.contract.OperationRequest;
import wf.contract.Problem;
import wf.contract.ReturnRequest;
import wf.contract.SubmitRequest;
import wf.contract.WorkItemPage;
import wf.contract.WorkItemState;
import wf.contract.WorkListKind;
import wf.contract.WorkListSort;
import wf.face.Catalogue;
import wf.face.Refusals;
import wf.service.AccessService;
import wf.service.DefinitionService;
import wf.service.InstanceService;
import wf.service.MonitorService;
import wf.service.NoticeService;
import wf.service.OrgService;
import wf.service.WorkItemService;
import wf.setting.Settings;
import wf.store.Outage;

class CommandsTest {
    private static final Instant NOW = Instant.parse("2026-11-22T08:00:00Z");
    private List<Object> last = new ArrayList<>();
    private final Commands commands = new Commands(
            Catalogue.of(new DefinitionService(), new InstanceService(), new Items(), new AccessService(), new OrgService(), new MonitorService(), new NoticeService()), new Doors(), () -> NOW);

    private class Items extends WorkItemService {
        @Override
        public OperationReply submit(Caller caller, long workItemId, SubmitRequest request) {
            last = List.of(caller, workItemId, request);
            return new OperationReply();
        }

        @Override
        public OperationReply returnItem(Caller caller, long workItemId, ReturnRequest request) {
            last = List.of(caller, workItemId, request);
            return new OperationReply();
        }

        @Override
        public WorkItemPage listWorkItems(Caller caller, WorkListKind kind, String definitionKey, String category, String nodeId, String title,
                String businessKey, String starter, WorkItemState state, String from, String to, Boolean overdue, List<String> field,
                WorkListSort sort, String cursor, Integer limit) {
            last = List.of(caller, kind);
            return new WorkItemPage();
        }

        @Override
        public OperationReply claim(Caller caller, long workItemId, OperationRequest request) {
            throw workItemId == 8 ? new IllegalStateException(new SQLException("the database is shutting down", "57P01")) : new IllegalStateException("a secret");
        }
    }

    private static class Doors extends SignOn {
        Doors() {
            super(null, null, null, null, null, null, null, null, new Settings(name -> null, name -> null));
        }

        @Override
        public Caller byPassword(String loginName, String password, String channel, String clientIp, Locale locale) {
            if (!password.equals("secret")) {
                throw Refusals.refused(ErrorCode.UNAUTHENTICATED, locale, "unauthenticated");
            }
            return new Caller("t1", loginName, channel, clientIp, locale);
        }

        @Override
        public Caller byKey(ServiceKey key, String person, String channel, String clientIp, Locale locale) {
            return new Caller("t1", person, channel, clientIp, locale, new Service("portal", Set.of("submit")), null);
        }
    }

    private Answer send(String text) {
        return send(text, "zhao:secret");
    }

    private Answer send(String text, String credentials) {
        String basic = credentials == null ? null : "Basic " + Base64.getEncoder().encodeToString(credentials.getBytes());
        return commands.perform(new Received(text, basic, null, null, "ID:1", 0));
    }

    private static Problem problem(Answer answer, ErrorCode code) {
        assertThat(answer.body()).isInstanceOf(Problem.class);
        Problem problem = (Problem) answer.body();
        assertThat(problem.code).isEqualTo(code);
        assertThat(answer.status()).isEqualTo(problem.status);
        assertThat(problem.message).doesNotContain("Exception").doesNotContain("secret");
        return problem;
    }

    private String invalid(String text) {
        return problem(send(text), ErrorCode.INVALID_INPUT).message;
    }

    @Test
    void aProgramActsForAPersonAndDoesOnlyWhatItIsAllowed() {
        String key = "Bearer wfk.t1.0123456789abcdef." + "x".repeat(43);
        Answer answer = commands.perform(new Received("{\"operation\":\"submit\",\"workItemId\":12}", key, "li", null, "ID:2", 0));
        assertThat(answer.status()).isEqualTo(200);
        assertThat(((Caller) last.get(0)).person()).isEqualTo("li");
        assertThat(((Caller) last.get(0)).via()).isEqualTo("portal");
        problem(commands.perform(new Received("{\"operation\":\"claim\",\"workItemId\":12}", key, "li", null, "ID:3", 0)), ErrorCode.FORBIDDEN);
        problem(commands.perform(new Received("{\"operation\":\"submit\",\"workItemId\":12}", "Bearer x", "li", null, "ID:4", 0)), ErrorCode.UNAUTHENTICATED);
    }

    @Test
    void aMessageIsNoPoisonWhileTheDatabaseIsAway() {
        assertThatThrownBy(() -> send("{\"operation\":\"claim\",\"workItemId\":8}")).isInstanceOf(Outage.class);
        assertThat(send("{\"operation\":\"claim\",\"workItemId\":9}").isPoison()).isTrue();
    }

    @Test
    void messagesWithoutAnIdAreNotTakenForOne() {
        String basic = "Basic " + Base64.getEncoder().encodeToString("zhao:secret".getBytes());
        commands.perform(new Received("{\"operation\":\"submit\",\"workItemId\":12}", basic, null, null, null, 0));
        assertThat(((SubmitRequest) last.get(2)).opId).isNull();
    }

    @Test
    void anOperationIsCalledByNameWithItsParametersByName() {
        Answer answer = send("{\"operation\":\"submit\",\"request\":{\"opinion\":\"ok\"},\"workItemId\":12}");
        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.body()).isInstanceOf(OperationReply.class);
        assertThat(((Caller) last.get(0)).channel()).isEqualTo("JMS");
        assertThat(last.get(1)).isEqualTo(12L);
        assertThat(((SubmitRequest) last.get(2)).opinion).isEqualTo("ok");
    }

    @Test
    void aMessageThatComesTwiceHasTheSameOperationId() {
        send("{\"operation\":\"submit\",\"workItemId\":12}");
        String first = ((SubmitRequest) last.get(2)).opId;
        send("{\"operation\":\"submit\",\"workItemId\":12}");
        assertThat(((SubmitRequest) last.get(2)).opId).isEqualTo(first).hasSizeLessThanOrEqualTo(64);
    }

    @Test
    void theClientsOperationIdStays() {
        send("{\"operation\":\"submit\",\"workItemId\":12,\"request\":{\"opId\":\"mine\"}}");
        assertThat(((SubmitRequest) last.get(2)).opId).isEqualTo("mine");
    }

    @Test
    void anOperationHasItsNameOfTheHistory() {
        assertThat(send("{\"operation\":\"return\",\"workItemId\":12}").status()).isEqualTo(200);
        assertThat(last.get(2)).isInstanceOf(ReturnRequest.class);
    }

    @Test
    void optionalParametersMayBeAbsent() {
        send("{\"operation\":\"listWorkItems\",\"kind\":\"TODO\"}");
        assertThat(last.get(1)).isEqualTo(WorkListKind.TODO);
    }

    @Test
    void badInputIsAnsweredWithWhatToDo() {
        assertThat(invalid("{\"operation\":\"fly\"}")).contains("fly");
        assertThat(invalid("{}")).contains("operation");
        assertThat(invalid("{\"operation\":7}")).contains("operation");
        assertThat(invalid("[]")).contains("JSON object");
        assertThat(invalid("")).contains("JSON");
        assertThat(invalid("{\"operation\"")).contains("line 1");
        assertThat(invalid(null)).contains("TextMessage");
        assertThat(invalid("{\"operation\":\"submit\"}")).contains("workItemId").contains("whole number");
        assertThat(invalid("{\"operation\":\"submit\",\"workItemId\":\"x\"}")).contains("workItemId");
        assertThat(invalid("{\"operation\":\"submit\",\"workItemId\":1,\"more\":2}")).contains("more");
        assertThat(invalid("{\"operation\":\"submit\",\"workItemId\":1,\"request\":{\"opinoin\":\"\"}}"))
                .contains("request.opinoin").contains("opinion");
        assertThat(invalid("{\"operation\":\"listWorkItems\",\"kind\":\"MINE\"}")).contains("kind").contains("TODO");
        assertThat(invalid("{\"operation\":\"submit\",\"workItemId\":1,\"request\":{\"variables\":[{\"type\":\"X\"}]}}"))
                .contains("request.variables[0].type");
    }

    @Test
    void aHugeMessageIsTooLarge() {
        problem(send("x".repeat(20_000_000)), ErrorCode.TOO_LARGE);
    }

    @Test
    void nobodyGetsInWithoutSigningOn() {
        problem(send("{\"operation\":\"ping\"}", null), ErrorCode.UNAUTHENTICATED);
        problem(send("{\"operation\":\"submit\",\"workItemId\":12}", "zhao:wrong"), ErrorCode.UNAUTHENTICATED);
        assertThat(last).isEmpty();
    }

    @Test
    void anErrorOfOursTellsNothing() {
        Answer answer = send("{\"operation\":\"claim\",\"workItemId\":12}");
        assertThat(answer.status()).isEqualTo(500);
        assertThat(problem(answer, null).opId).startsWith("jms-");
    }

    @Test
    void whatHasExpiredIsNotPerformed() {
        String basic = "Basic " + Base64.getEncoder().encodeToString("zhao:secret".getBytes());
        String text = "{\"operation\":\"submit\",\"workItemId\":12}";
        Answer late = commands.perform(new Received(text, basic, null, null, "ID:5", NOW.toEpochMilli()));
        assertThat(problem(late, ErrorCode.UNAVAILABLE).message).contains("expired");
        assertThat(late.isPoison()).isTrue();
        assertThat(last).isEmpty();
        assertThat(commands.perform(new Received(text, basic, null, null, "ID:5", NOW.toEpochMilli() + 1)).status()).isEqualTo(200);
    }

    // ---- XML ----

    private static String submit(String content) {
        return "<wf:submit xmlns:wf='urn:wf:v1' xmlns:c='urn:wf:contract:v1'>" + content + "</wf:submit>";
    }

    @Test
    void anOperationIsAnElementOfTheBodyOfSoap() {
        Answer answer = send("<?xml version='1.0' encoding='UTF-8'?>\n<!-- by hand -->" + submit("""
                  <workItemId> 12 </workItemId>
                  <request>
                    <c:opId>mine</c:opId><c:opinion> 同意 &amp; <![CDATA[<ok>]]></c:opinion>
                    <c:variables><c:name>a</c:name><c:type>INTEGER</c:type><c:value>1</c:value></c:variables>
                    <c:variables><c:name>b</c:name><c:type>STRING</c:type></c:variables>
                    <c:delayUntil>2026-12-01T08:00:00+08:00</c:delayUntil><c:async>1</c:async><c:routes>x</c:routes><c:routes/>
                  </request>
                """));
        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.operation()).isEqualTo("submit");
        SubmitRequest request = (SubmitRequest) last.get(2);
        assertThat(last.get(1)).isEqualTo(12L);
        assertThat(request.opId).isEqualTo("mine");
        assertThat(request.opinion).isEqualTo(" 同意 & <ok>");
        assertThat(request.variables).extracting(v -> v.name + "=" + v.value).containsExactly("a=1", "b=null");
        assertThat(request.delayUntil).isEqualTo(Instant.parse("2026-12-01T00:00:00Z"));
        assertThat(request.async).isTrue();
        assertThat(request.routes).containsExactly("x", "");
    }

    @Test
    void optionalParametersAndRequestsMayBeAbsentInXmlToo() {
        assertThat(send(submit("<workItemId>12</workItemId>")).status()).isEqualTo(200);
        assertThat(((SubmitRequest) last.get(2)).opId).startsWith("jms-");
        send("<listWorkItems xmlns='urn:wf:v1'><kind xmlns=''>TODO</kind></listWorkItems>");
        assertThat(last.get(1)).isEqualTo(WorkListKind.TODO);
        assertThat(send("<return xmlns='urn:wf:v1'><workItemId xmlns=''>12</workItemId></return>").status()).as("by its name of the history").isEqualTo(200);
    }

    @Test
    void badXmlIsAnsweredWithWhatToDo() {
        String item = "<workItemId>1</workItemId>";
        assertThat(invalid("<submit>")).contains("urn:wf:v1");
        assertThat(invalid("<fly xmlns='urn:wf:v1'/>")).contains("fly");
        assertThat(invalid("<submit xmlns='urn:wf:v2'/>")).contains("submit").contains("urn:wf:v1");
        assertThat(invalid("<")).contains("line 1");
        assertThat(invalid(submit(item).replace("</wf:submit>", ""))).contains("line 1");
        assertThat(invalid(submit(item) + submit(item))).contains("line 1");
        assertThat(invalid(submit(""))).contains("workItemId").contains("whole number");
        assertThat(invalid(submit("<workItemId>x</workItemId>"))).contains("workItemId").contains("whole number");
        assertThat(invalid(submit("<workItemId>99999999999999999999</workItemId>"))).contains("workItemId");
        assertThat(invalid(submit(item + item))).contains("workItemId").contains("twice");
        assertThat(invalid(submit(item + "<more>2</more>"))).contains("more").contains("request");
        assertThat(invalid(submit("<wf:workItemId>1</wf:workItemId>"))).contains("workItemId").contains("without a prefix");
        assertThat(invalid(submit(item + "<request><opinion>x</opinion></request>"))).contains("request.opinion").contains("urn:wf:contract:v1");
        assertThat(invalid(submit(item + "<request><c:opinoin>x</c:opinoin></request>"))).contains("request.opinoin").contains("opinion");
        assertThat(invalid(submit(item + "<request><c:opinion><c:b/></c:opinion></request>"))).contains("request.opinion.b");
        assertThat(invalid(submit(item + "<request>ok</request>"))).contains("ok");
        assertThat(invalid(submit("<workItemId id='1'>1</workItemId>"))).contains("attribute id");
        assertThat(invalid(submit(item + "<request><c:variables><c:type>X</c:type></c:variables></request>"))).contains("request.variables[0].type");
        assertThat(invalid(submit(item + "<request><c:delayUntil>tomorrow</c:delayUntil></request>"))).contains("request.delayUntil").contains("zone");
        assertThat(invalid(submit(item + "<?x y?>"))).contains("line 1");
        assertThat(last).isEmpty();
    }

    @Test
    void nothingOutsideOfTheTextIsReadAndNothingGrows() {
        String bomb = "<!DOCTYPE x [<!ENTITY a 'ha'><!ENTITY b '&a;&a;&a;&a;'><!ENTITY c '&b;&b;&b;&b;'>]>";
        String outside = "<!DOCTYPE x SYSTEM 'file:///etc/passwd' [<!ENTITY e SYSTEM 'file:///etc/passwd'>]>";
        for (String dtd : List.of(bomb, outside, "<!DOCTYPE x>")) {
            assertThat(invalid(dtd + submit("<workItemId>1</workItemId><request><c:opinion>&c;&e;</c:opinion></request>"))).contains("DTD");
        }
        assertThat(invalid(submit("<workItemId>1</workItemId><request><c:opinion>&e;</c:opinion></request>"))).contains("line 1");
        String deep = "<c:children>".repeat(100_000);
        assertThat(invalid(submit("<workItemId>1</workItemId><request>" + deep))).contains("children");
        problem(send(submit("x".repeat(20_000_000))), ErrorCode.TOO_LARGE);
        assertThat(last).isEmpty();
    }

    @Test
    void aReplyIsWrittenAsSoapWritesIt() {
        OperationReply reply = new OperationReply();
        reply.opId = "a<b&c\u0001";
        reply.version = 3L;
        assertThat(XmlReply.of("submit", reply)).startsWith("<wf:submitResponse xmlns:wf=\"urn:wf:v1\" xmlns:c=\"urn:wf:contract:v1\"><reply>")
                .contains("<c:opId>a&lt;b&amp;c\uFFFD</c:opId>").contains("<c:version>3</c:version>").endsWith("</reply></wf:submitResponse>");
        Problem problem = new Problem();
        problem.code = ErrorCode.NOT_FOUND;
        assertThat(XmlReply.of(null, problem)).startsWith("<wf:problem ").contains("<c:code>NOT_FOUND</c:code>").endsWith("</wf:problem>");
    }
}
