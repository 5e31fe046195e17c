package wf.micro.fuzz;

import static wf.scenario.Model.by;
import static wf.scenario.Model.byStarter;
import static wf.scenario.Model.process;
import static wf.scenario.Model.signedByAll;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import wf.contract.AccessReply;
import wf.contract.AttachRequest;
import wf.contract.AttachmentInfo;
import wf.contract.CreateCategoryRequest;
import wf.contract.DefinitionReply;
import wf.contract.DefinitionRequest;
import wf.contract.DeployRequest;
import wf.contract.DeployScriptRequest;
import wf.contract.DeputyReply;
import wf.contract.GrantDeputyRequest;
import wf.contract.GrantRoleRequest;
import wf.contract.HandoverReply;
import wf.contract.HandoverRequest;
import wf.contract.IncidentPage;
import wf.contract.IssueServiceKeyRequest;
import wf.contract.JobPage;
import wf.contract.NoticePage;
import wf.contract.OperationReply;
import wf.contract.PutRoleRequest;
import wf.contract.PutScheduleRequest;
import wf.contract.PutServiceAccountRequest;
import wf.contract.ScheduleKind;
import wf.contract.ServiceList;
import wf.contract.ServiceRequest;
import wf.contract.StartRequest;
import wf.contract.SubmitRequest;
import wf.contract.TerminateRequest;
import wf.micro.face.Rest;
import wf.scenario.Model;

/**
 * What lies in the product for random requests to be about. Made anew before each round, since they also end, retire, stop and
 * delete it, as whoever they come from may; so nothing here counts on anything.
 */
final class Landscape {
    private static final String FUZZ = "fuzz";

    private final Rest rest;
    private final Stock stock;
    private final List<String> missing = new ArrayList<>();
    private int round;

    Landscape(Rest rest, Stock stock) {
        this.rest = rest;
        this.stock = stock;
    }

    private interface Step {
        void take();
    }

    /** What could not be made. */
    List<String> missing() {
        return missing;
    }

    void renew() {
        round++;
        restart();
        // Whoever may do what is changed, too; then nobody could begin anything.
        attempt("identities", () -> List.of("MAIN", "READER").forEach(code ->
                rest.call("admin", DefinitionReply.class, "resetIdentity", "identityCode", code, "request", new DefinitionRequest())));
        attempt("definitions", this::definitions);
        attempt("instances", this::instances);
        attempt("incident", () -> start("zhao", "fails"));
        attempt("timer", () -> start("zhao", "tomorrow"));
        attempt("incidents", () -> rest.call("admin", IncidentPage.class, "listIncidents").incidents.forEach(i -> stock.add("incidentId", i.id)));
        attempt("jobs", () -> rest.call("admin", JobPage.class, "listJobs").jobs.forEach(j -> stock.add("jobId", j.id)));
        attempt("notices", () -> rest.call("li", NoticePage.class, "listNotices").notices.forEach(n -> stock.add("noticeId", n.id)));
        attempt("script", this::script);
        attempt("category", this::category);
        attempt("role", this::role);
        attempt("account", this::account);
        attempt("deputy", this::deputy);
        attempt("handover", this::handover);
        attempt("schedule", this::schedule);
    }

    private void attempt(String what, Step step) {
        try {
            step.take();
        } catch (RuntimeException | AssertionError e) {
            missing.add("round " + round + ", " + what + ": " + String.valueOf(e.getMessage()).lines().findFirst().orElse(""));
        }
    }

    /** The services that somebody has stopped: as long as they are, they refuse everything. */
    void restart() {
        attempt("services", this::services);
    }

    private void services() {
        rest.call("admin", ServiceList.class, "listServices").services.forEach(service -> {
            stock.add("service", service.service);
            rest.call("admin", Object.class, "startService", "service", service.service, "request", new ServiceRequest());
        });
    }

    private void definitions() {
        stock.add("definitionKey", FUZZ);
        deploy(process(FUZZ).step("draft", byStarter()).step("review", by("li")).step("sign", signedByAll("li", "wang")).end());
        deploy(process("fails").script("s", "x = nothing * 2").end());
        deploy("<definitions xmlns=\"http://www.omg.org/spec/BPMN/20100524/MODEL\" targetNamespace=\"t\">"
                + "<process id=\"tomorrow\" isExecutable=\"true\"><startEvent id=\"s\"/><sequenceFlow id=\"f\" sourceRef=\"s\" targetRef=\"t\"/>"
                + "<intermediateCatchEvent id=\"t\"><timerEventDefinition><timeDuration>P1D</timeDuration></timerEventDefinition></intermediateCatchEvent>"
                + "<sequenceFlow id=\"g\" sourceRef=\"t\" targetRef=\"e\"/><endEvent id=\"e\"/></process></definitions>");
        deploy(process("pool").step("claimed", Model.offeredTo("li", "wang")).end());
    }

    private void deploy(String bpmn) {
        DeployRequest request = new DeployRequest();
        request.source = bpmn.getBytes(StandardCharsets.UTF_8);
        long id = rest.call("admin", DefinitionReply.class, "deploy", "request", request).definitions.get(0).id;
        rest.call("admin", DefinitionReply.class, "release", "definitionId", id, "request", new DefinitionRequest());
        stock.add("definitionId", id);
    }

    /** One at each step of the process, one ended, and one to be claimed. */
    private void instances() {
        OperationReply draft = start("zhao", FUZZ);
        OperationReply review = submit("zhao", start("zhao", FUZZ).itemsCreated.get(0).id, false);
        OperationReply sign = submit("li", submit("zhao", start("zhao", FUZZ).itemsCreated.get(0).id, false).itemsCreated.get(0).id, false);
        stock.add("branchId", 1);
        sign.itemsCreated.forEach(item -> stock.add("nodeInstanceId", item.nodeInstanceId));
        review.itemsCreated.forEach(item -> stock.add("nodeInstanceId", item.nodeInstanceId));
        TerminateRequest terminate = new TerminateRequest();
        terminate.reason = "test";
        rest.call("zhao", OperationReply.class, "terminate", "instanceId", start("zhao", FUZZ).instanceId, "request", terminate);
        start("zhao", "pool");
        AttachRequest file = new AttachRequest();
        file.name = "proof.txt";
        file.content = "proof".getBytes(StandardCharsets.UTF_8);
        stock.add("attachmentId", rest.call("zhao", AttachmentInfo.class, "attach", "instanceId", draft.instanceId, "request", file).id);
        stock.add("ticketId", submit("li", submit("zhao", start("zhao", FUZZ).itemsCreated.get(0).id, false).itemsCreated.get(0).id, true).ticket);
        stock.add("number", 1);
    }

    private OperationReply start(String person, String key) {
        StartRequest request = new StartRequest();
        request.definitionKey = key;
        OperationReply started = rest.call(person, OperationReply.class, "start", "request", request);
        stock.add("instanceId", started.instanceId);
        started.itemsCreated.forEach(item -> stock.add("workItemId", item.id));
        return started;
    }

    private OperationReply submit(String person, long item, boolean later) {
        SubmitRequest request = new SubmitRequest();
        request.async = later;
        OperationReply submitted = rest.call(person, OperationReply.class, "submit", "workItemId", item, "request", request);
        submitted.itemsCreated.forEach(next -> stock.add("workItemId", next.id));
        return submitted;
    }

    private void script() {
        DeployScriptRequest script = new DeployScriptRequest();
        script.name = "rule";
        script.source = "days = 3";
        rest.call("admin", DefinitionReply.class, "deployScript", "request", script);
    }

    private void category() {
        CreateCategoryRequest category = new CreateCategoryRequest();
        category.path = round == 1 ? "house" : "house" + round;
        rest.call("admin", DefinitionReply.class, "createCategory", "request", category);
    }

    private void role() {
        PutRoleRequest role = new PutRoleRequest();
        role.nameZh = "书记";
        role.nameEn = "Clerk";
        rest.call("admin", AccessReply.class, "putRole", "role", "CLERK", "request", role);
        GrantRoleRequest grant = new GrantRoleRequest();
        grant.role = "CLERK";
        grant.holder = "user:" + List.of("li", "wang", "sun").get(round % 3);
        stock.add("grantId", rest.call("admin", AccessReply.class, "grantRole", "request", grant).grant.id);
    }

    private void account() {
        PutServiceAccountRequest account = new PutServiceAccountRequest();
        account.name = "robot";
        account.persons = List.of("user:qian");
        rest.call("admin", AccessReply.class, "putServiceAccount", "account", "robot", "request", account);
        rest.call("admin", AccessReply.class, "issueServiceKey", "account", "robot", "request", new IssueServiceKeyRequest())
                .serviceAccount.keys.forEach(key -> stock.add("keyId", key.id));
    }

    private void deputy() {
        GrantDeputyRequest deputy = new GrantDeputyRequest();
        deputy.deputy = "sun";
        deputy.acceptance = true;
        rest.call("li", DeputyReply.class, "grantDeputy", "request", deputy).grants.forEach(grant -> stock.add("grantId", grant.id));
    }

    private void handover() {
        HandoverRequest work = new HandoverRequest();
        work.to = "wang";
        work.limit = 1;
        stock.add("handoverId", rest.call("li", HandoverReply.class, "handover", "request", work).handover.id);
    }

    private void schedule() {
        PutScheduleRequest schedule = new PutScheduleRequest();
        schedule.definitionKey = FUZZ;
        schedule.kind = ScheduleKind.AT;
        schedule.times = "2999-01-01T00:00:00Z";
        rest.call("admin", DefinitionReply.class, "putSchedule", "scheduleName", "nightly", "request", schedule);
        stock.add("scheduleName", "nightly");
    }

    /** What is there for another tenant alone. */
    void neighbours(String tenant) {
        attempt("the neighbour's", () -> {
            DeployRequest request = new DeployRequest();
            request.source = process("theirs").step("draft", byStarter()).end().getBytes(StandardCharsets.UTF_8);
            long definition = rest.call(tenant + "/admin", DefinitionReply.class, "deploy", "request", request).definitions.get(0).id;
            rest.call(tenant + "/admin", DefinitionReply.class, "release", "definitionId", definition, "request", new DefinitionRequest());
            stock.add("definitionId", definition);
            start(tenant + "/zhao", "theirs");
        });
    }
}
