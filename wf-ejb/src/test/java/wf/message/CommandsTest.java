package wf.message;

import static org.assertj.core.api.Assertions.assertThat;

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

class CommandsTest {
    private List<Object> last = new ArrayList<>();
    private final Commands commands = new Commands(
            Catalogue.of(new DefinitionService(), new InstanceService(), new Items(), new AccessService(), new OrgService(), new MonitorService(), new NoticeService()), new Doors());

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
            throw new IllegalStateException("a secret");
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
        return commands.perform(new Received(text, basic, null, null, "ID:1"));
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
        Answer answer = commands.perform(new Received("{\"operation\":\"submit\",\"workItemId\":12}", key, "li", null, "ID:2"));
        assertThat(answer.status()).isEqualTo(200);
        assertThat(((Caller) last.get(0)).person()).isEqualTo("li");
        assertThat(((Caller) last.get(0)).via()).isEqualTo("portal");
        problem(commands.perform(new Received("{\"operation\":\"claim\",\"workItemId\":12}", key, "li", null, "ID:3")), ErrorCode.FORBIDDEN);
        problem(commands.perform(new Received("{\"operation\":\"submit\",\"workItemId\":12}", "Bearer x", "li", null, "ID:4")), ErrorCode.UNAUTHENTICATED);
    }

    @Test
    void messagesWithoutAnIdAreNotTakenForOne() {
        String basic = "Basic " + Base64.getEncoder().encodeToString("zhao:secret".getBytes());
        commands.perform(new Received("{\"operation\":\"submit\",\"workItemId\":12}", basic, null, null, null));
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
}
