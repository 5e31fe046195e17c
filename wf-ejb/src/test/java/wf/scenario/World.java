package wf.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.Date;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.Predicate;
import wf.contract.ActivateRequest;
import wf.contract.AddInstanceRequest;
import wf.contract.AddSignPosition;
import wf.contract.AddSignRequest;
import wf.contract.AssistRequest;
import wf.contract.Choice;
import wf.contract.CountersignRequest;
import wf.contract.CountersignSubmitRequest;
import wf.contract.DeleteInstanceRequest;
import wf.contract.EndInstanceRequest;
import wf.contract.ErrorCode;
import wf.contract.FreeSubmitRequest;
import wf.contract.InstanceState;
import wf.contract.InternalSubmitRequest;
import wf.contract.JumpRequest;
import wf.contract.OperationRequest;
import wf.contract.Property;
import wf.contract.ReplaceHandlerRequest;
import wf.contract.RestoreInstanceRequest;
import wf.contract.ResubmitMode;
import wf.contract.ReturnRequest;
import wf.contract.ReturnToRequest;
import wf.contract.SiblingPolicy;
import wf.contract.SigningOrder;
import wf.contract.SigningRuleKind;
import wf.contract.RunScriptRequest;
import wf.contract.StartSubProcessRequest;
import wf.contract.SubmitRequest;
import wf.contract.SupplementBranchRequest;
import wf.contract.SupplementRequest;
import wf.contract.SuspendInstanceRequest;
import wf.contract.SuspendItemRequest;
import wf.contract.TerminateRequest;
import wf.contract.TransferRequest;
import wf.contract.ValueType;
import wf.contract.Vote;
import wf.contract.WithdrawRequest;
import wf.contract.WithdrawScope;
import wf.contract.WorkItemKind;
import wf.contract.WorkItemState;
import wf.value.Value;

/** The language of the scenarios: people act on instances that the scenario gives names to, and the world is looked at. */
public final class World {

    private final Engine engine;
    private final Map<String, Long> instances = new HashMap<>();
    private String current;

    public World(Engine engine) {
        this.engine = engine;
    }

    public void deployed(String bpmn) {
        engine.deploy(bpmn);
    }

    /** The person starts the process; the scenario calls the instance by the given name. */
    public void started(String name, String key, String person, Object... variables) {
        Engine.Answer answer = engine.start(person, key, variables(variables));
        assertThat(answer.refused()).as("start of %s", key).isNull();
        instances.put(name, answer.instanceId());
        current = name;
    }

    public ErrorCode refusedStart(String key, String person, Object... variables) {
        return engine.start(person, key, variables(variables)).refused();
    }

    private static Map<String, Object> variables(Object... pairs) {
        Map<String, Object> variables = new LinkedHashMap<>();
        for (int i = 0; i < pairs.length; i += 2) {
            variables.put((String) pairs[i], pairs[i + 1]);
        }
        return variables;
    }

    public Actor actor(String person) {
        return new Actor(person, null, null);
    }

    public Expectation expect() {
        return new Expectation(instances.get(current));
    }

    public Expectation expect(String name) {
        current = name;
        return expect();
    }

    /** The scenario turns to an instance that it did not start itself, and calls it by the given name. */
    public void at(String name, long instanceId) {
        instances.put(name, instanceId);
        current = name;
    }

    public long currentInstance() {
        return instances.get(current);
    }

    /** A person who acts. Every act succeeds unless the person was only {@code trying}. */
    public final class Actor {
        private final String person;
        private final String principal;
        private final ErrorCode expected;

        private Actor(String person, String principal, ErrorCode expected) {
            this.person = person;
            this.principal = principal;
            this.expected = expected;
        }

        /** The next act is expected to be refused so. */
        public Actor isRefused(ErrorCode code) {
            return new Actor(person, principal, code);
        }

        /** What he does next, he does for that person. */
        public Actor inSteadOf(String other) {
            return new Actor(person, other, expected);
        }

        public void submits(String node, Object... variables) {
            SubmitRequest request = new SubmitRequest();
            request.variables = properties(variables(variables));
            perform("submit", mine(node), request);
        }

        /** Hands in his work; it is to go on then. */
        public void submitsLater(String node, Instant moment, Consumer<SubmitRequest> choice) {
            SubmitRequest request = new SubmitRequest();
            request.delayUntil = Date.from(moment);
            choice.accept(request);
            perform("submit", mine(node), request);
        }

        public void submitsLater(String node, Instant moment, Object... variables) {
            submitsLater(node, moment, r -> r.variables = properties(variables(variables)));
        }

        public void votes(String node, Vote vote) {
            CountersignSubmitRequest request = new CountersignSubmitRequest();
            request.vote = vote;
            perform("countersignSubmit", mine(node), request);
        }

        public void claims(String node) {
            perform("claim", itemAt(node, i -> true), new OperationRequest());
        }

        public void unclaims(String node) {
            perform("unclaim", mine(node), new OperationRequest());
        }

        public void returns(String node) {
            perform("return", mine(node), new ReturnRequest());
        }

        public void returns(String node, String target) {
            ReturnToRequest request = new ReturnToRequest();
            long item = mine(node);
            request.nodeInstanceId = engine.returnTargets(person, item, currentInstance()).getOrDefault(target, -1L);
            perform("returnTo", item, request);
        }

        /** As {@code returns}, in the given manner. */
        public void returns(String node, String target, Consumer<ReturnRequest> manner) {
            ReturnToRequest request = new ReturnToRequest();
            manner.accept(request);
            long item = mine(node);
            request.nodeInstanceId = engine.returnTargets(person, item, currentInstance()).getOrDefault(target, -1L);
            perform("returnTo", item, request);
        }

        /** He opens his item; from then on it cannot be taken from him. */
        public void opens(String node) {
            engine.open(person, currentInstance(), mine(node));
        }

        public void takesBack(String node) {
            long own = engine.done(currentInstance(), person, node).orElseGet(() -> engine.done(currentInstance(), null, node).orElseThrow());
            perform("takeBack", own, new OperationRequest());
        }

        public void jumps(String node, String target, String... users) {
            jumps(node, target, SiblingPolicy.KILL, users);
        }

        public void jumps(String node, String target, SiblingPolicy siblings, String... users) {
            JumpRequest request = new JumpRequest();
            request.nodeId = target;
            request.siblings = siblings;
            request.users = List.of(users);
            perform("jump", mine(node), request);
        }

        /** An administrator moves the token of a node that nobody works at. */
        public void moves(String node, String target) {
            JumpRequest request = new JumpRequest();
            request.nodeId = target;
            request.nodeInstanceId = engine.visitAt(currentInstance(), node);
            perform("moveToken", currentInstance(), request);
        }

        public void submitsFreely(String node, String target, String... users) {
            FreeSubmitRequest request = new FreeSubmitRequest();
            request.nodeId = target;
            request.users = List.of(users);
            perform("freeSubmit", mine(node), request);
        }

        /** One branch more, for the split of which the node's branch is a part. */
        public void addsBranch(String node, String flow, String... users) {
            SupplementBranchRequest request = new SupplementBranchRequest();
            request.branchId = engine.branchAt(currentInstance(), node);
            request.flowId = flow;
            request.users = List.of(users);
            perform("supplementBranch", currentInstance(), request);
        }

        /** Submits, and chooses who handles a later node. */
        public void submitsTo(String node, String later, String... users) {
            SubmitRequest request = new SubmitRequest();
            Choice choice = new Choice();
            choice.nodeId = later;
            choice.users = List.of(users);
            request.participants = List.of(choice);
            perform("submit", mine(node), request);
        }

        /** Submits, acting in this department of his. */
        public void submitsIn(String node, String department, Object... variables) {
            SubmitRequest request = new SubmitRequest();
            request.department = department;
            request.variables = properties(variables(variables));
            perform("submit", mine(node), request);
        }

        /** Submits along this flow, where the model leaves it to him. */
        public void submitsAlong(String node, String flow) {
            SubmitRequest request = new SubmitRequest();
            request.routes = List.of(flow);
            perform("submit", mine(node), request);
        }

        /** Hands returned work on along the model, though he might hand it straight back. */
        public void submitsStepwise(String node, Object... variables) {
            SubmitRequest request = new SubmitRequest();
            request.resubmitMode = ResubmitMode.STEPWISE;
            request.variables = properties(variables(variables));
            perform("submit", mine(node), request);
        }

        /** The instance goes on against the version deployed last; pairs of node ids, before and after. */
        public void migrates(String... nodes) {
            Map<String, String> mapping = new LinkedHashMap<>();
            for (int i = 0; i < nodes.length; i += 2) {
                mapping.put(nodes[i], nodes[i + 1]);
            }
            assertThat(engine.migrate(person, currentInstance(), mapping).refused()).as("migration by %s", person).isEqualTo(expected);
        }

        /** These people are to do it too. */
        public void adds(String node, String... users) {
            AddInstanceRequest request = new AddInstanceRequest();
            request.nodeInstanceId = engine.visitAt(currentInstance(), node);
            request.users = List.of(users);
            perform("addInstance", currentInstance(), request);
        }

        /** These people are to do the work of the node as well. */
        public void supplements(String node, String... users) {
            SupplementRequest request = new SupplementRequest();
            request.nodeInstanceId = engine.visitAt(currentInstance(), node);
            request.users = List.of(users);
            perform("supplement", currentInstance(), request);
        }

        /** One instance more, for this element. */
        public void addsElement(String node, Object element) {
            AddInstanceRequest request = new AddInstanceRequest();
            request.nodeInstanceId = engine.visitAt(currentInstance(), node);
            request.element = property("element", element);
            perform("addInstance", currentInstance(), request);
        }

        /** Runs a stored script on the instance. */
        public void runs(String script, Object... variables) {
            RunScriptRequest request = new RunScriptRequest();
            request.script = script;
            request.variables = properties(variables(variables));
            perform("runScript", currentInstance(), request);
        }

        /** Nobody works on it for now. */
        public void suspends() {
            perform("suspendInstance", currentInstance(), new SuspendInstanceRequest());
        }

        public void suspendsUntil(Instant moment) {
            SuspendInstanceRequest request = new SuspendInstanceRequest();
            request.resumeAt = Date.from(moment);
            perform("suspendInstance", currentInstance(), request);
        }

        public void suspendsAlone() {
            SuspendInstanceRequest request = new SuspendInstanceRequest();
            request.childrenGoOn = true;
            perform("suspendInstance", currentInstance(), request);
        }

        public void resumes() {
            perform("resumeInstance", currentInstance(), new OperationRequest());
        }

        /** His item at the node is laid aside. */
        public void laysAside(String node) {
            perform("suspendItem", mine(node), new SuspendItemRequest());
        }

        public void laysAsideUntil(String node, Instant moment) {
            SuspendItemRequest request = new SuspendItemRequest();
            request.until = Date.from(moment);
            perform("suspendItem", mine(node), request);
        }

        public void takesUp(String node) {
            perform("resumeItem", mine(node), new OperationRequest());
        }

        /** The whole instance is taken back. */
        public void withdraws() {
            perform("withdraw", currentInstance(), new WithdrawRequest());
        }

        /** The items of these people at the node are taken back. */
        public void withdraws(String node, String... people) {
            WithdrawRequest request = new WithdrawRequest();
            request.scope = WithdrawScope.WORKITEM;
            request.workItemIds = engine.openItems(currentInstance()).stream()
                    .filter(i -> i.node().equals(node) && List.of(people).contains(i.owner())).map(Engine.Item::id).toList();
            perform("withdraw", currentInstance(), request);
        }

        public void ends(String result) {
            EndInstanceRequest request = new EndInstanceRequest();
            request.resultStatus = result;
            perform("endInstance", currentInstance(), request);
        }

        public void deletes() {
            perform("deleteInstance", currentInstance(), new DeleteInstanceRequest());
        }

        /** With all that it waits for. */
        public void deletesAll() {
            DeleteInstanceRequest request = new DeleteInstanceRequest();
            request.cascade = true;
            perform("deleteInstance", currentInstance(), request);
        }

        public void purges() {
            purges(false);
        }

        /** With all that it waits for. */
        public void purgesAll() {
            purges(true);
        }

        private void purges(boolean cascade) {
            DeleteInstanceRequest request = new DeleteInstanceRequest();
            request.purge = true;
            request.cascade = cascade;
            perform("deleteInstance", currentInstance(), request);
        }

        public void restores() {
            perform("restoreInstance", currentInstance(), new RestoreInstanceRequest());
        }

        public void restoresData(long version) {
            RestoreInstanceRequest request = new RestoreInstanceRequest();
            request.version = version;
            perform("restoreInstance", currentInstance(), request);
        }

        /** The instance goes on at the node, null being where people worked last. */
        public void activates(String node, String... participants) {
            ActivateRequest request = new ActivateRequest();
            request.nodeId = node;
            request.participants = List.of(participants);
            perform("activate", currentInstance(), request);
        }

        public void transfers(String node, String to) {
            TransferRequest request = new TransferRequest();
            request.user = to;
            perform("transfer", mine(node), request);
        }

        /** Puts one in another's place at the node. */
        public void replaces(String node, String from, String to) {
            ReplaceHandlerRequest request = new ReplaceHandlerRequest();
            request.user = to;
            perform("replaceHandler", itemAt(node, i -> from.equals(i.owner())), request);
        }

        public void asksForHelp(String node, boolean waits, String... people) {
            AssistRequest request = new AssistRequest();
            request.wait = waits;
            request.users = List.of(people);
            perform("assist", mine(node), request);
        }

        /** He has another process do something for him, and waits for it or not. */
        public void startsSubProcess(String node, String key, boolean waits, Object... variables) {
            StartSubProcessRequest request = new StartSubProcessRequest();
            request.definitionKey = key;
            request.wait = waits;
            request.variables = properties(variables(variables));
            perform("startSubProcess", mine(node), request);
        }

        public void answers(String node) {
            perform("assistSubmit", mine(node), new OperationRequest());
        }

        public void handsOn(String node, String to, String opinion) {
            InternalSubmitRequest request = new InternalSubmitRequest();
            request.user = to;
            request.opinion = opinion;
            perform("internalSubmit", mine(node), request);
        }

        public void countersigns(String node, SigningOrder order, SigningRuleKind rule, String quorum, String... people) {
            CountersignRequest request = new CountersignRequest();
            request.order = order;
            request.rule = rule;
            request.quorum = quorum;
            request.users = List.of(people);
            perform("countersign", mine(node), request);
        }

        public void addsSigners(String node, AddSignPosition position, String... people) {
            addsSigners(node, position, null, null, people);
        }

        public void addsSigners(String node, AddSignPosition position, SigningOrder order, SigningRuleKind rule, String... people) {
            AddSignRequest request = new AddSignRequest();
            request.position = position;
            request.order = order;
            request.rule = rule;
            request.users = List.of(people);
            perform("addSign", mine(node), request);
        }

        /** The signer is asked no longer. */
        public void removes(String node, String signer) {
            perform("removeSign", itemAt(node, i -> signer.equals(i.owner()) && i.kind() != WorkItemKind.MAIN), new OperationRequest());
        }

        public void terminates() {
            TerminateRequest request = new TerminateRequest();
            request.reason = "test";
            perform("terminate", currentInstance(), request);
        }

        public void retries(String code, Object... variables) {
            OperationRequest request = new OperationRequest();
            request.variables = properties(variables(variables));
            perform("retryIncident", incident(code), request);
        }

        public void skips(String code) {
            perform("skipIncident", incident(code), new OperationRequest());
        }

        private long incident(String code) {
            return engine.incidents(currentInstance()).entrySet().stream().filter(e -> e.getValue().startsWith(code))
                    .findFirst().orElseThrow(() -> new AssertionError("no incident " + code)).getKey();
        }

        /** His own item at the node; when he has none, somebody's, so that a refusal can be seen. */
        private long mine(String node) {
            return engine.openItems(currentInstance()).stream()
                    .filter(i -> i.node().equals(node) && (principal == null ? person : principal).equals(i.owner())).map(Engine.Item::id).findFirst()
                    .orElseGet(() -> itemAt(node, i -> true));
        }

        private long itemAt(String node, Predicate<Engine.Item> which) {
            return engine.openItems(currentInstance()).stream().filter(i -> i.node().equals(node) && which.test(i))
                    .findFirst().orElseThrow(() -> new AssertionError("no open item at " + node)).id();
        }

        private void perform(String operation, long target, OperationRequest request) {
            request.onBehalfOf = principal;
            Engine.Answer answer = engine.perform(person, operation, currentInstance(), target, request);
            assertThat(answer.refused()).as("%s of %s", operation, person).isEqualTo(expected);
        }
    }

    private static List<Property> properties(Map<String, Object> variables) {
        return variables.entrySet().stream().map(e -> property(e.getKey(), e.getValue())).toList();
    }

    public static Property property(String name, Object java) {
        Property property = new Property();
        property.name = name;
        if (java != null) {
            Value value = java instanceof Value known ? known : Value.of(java);
            property.type = value.type();
            property.value = value.text();
        } else {
            property.type = ValueType.STRING;
        }
        return property;
    }

    /** What the world looks like now. */
    public final class Expectation {
        private final long instanceId;

        private Expectation(long instanceId) {
            this.instanceId = instanceId;
        }

        /** Exactly these nodes have open items, each as often as it is named. */
        public Expectation at(String... nodes) {
            assertThat(engine.openItems(instanceId).stream().map(Engine.Item::node)).containsExactlyInAnyOrder(nodes);
            return this;
        }

        public Expectation todoOf(String... people) {
            assertThat(engine.openItems(instanceId).stream().map(Engine.Item::owner)).contains(people);
            return this;
        }

        public Expectation noTodoOf(String person) {
            assertThat(engine.openItems(instanceId).stream().map(Engine.Item::owner)).doesNotContain(person);
            return this;
        }

        /** The person has an item at the node, in this state. */
        public Expectation has(String node, String person, WorkItemKind kind, WorkItemState state) {
            assertThat(engine.openItems(instanceId)).as("open items of %s at %s", person, node)
                    .anyMatch(i -> i.node().equals(node) && person.equals(i.owner()) && i.kind() == kind && i.state() == state);
            return this;
        }

        public Expectation offered(String node) {
            assertThat(engine.openItems(instanceId)).anyMatch(i -> i.offered() && i.node().equals(node));
            return this;
        }

        /** The states of all open items, in any order. */
        public Expectation items(WorkItemState... states) {
            assertThat(engine.openItems(instanceId).stream().map(i -> i.state() == WorkItemState.OPENED ? WorkItemState.READY : i.state()))
                    .containsExactlyInAnyOrder(states);
            return this;
        }

        /** The only item at the node is due then. */
        public Expectation due(String node, Instant moment) {
            assertThat(engine.openItems(instanceId)).filteredOn(i -> i.node().equals(node)).extracting(Engine.Item::dueAt).containsExactly(moment);
            return this;
        }

        /** Nobody finds it any more. */
        public void isGone() {
            assertThat(engine.isThere(instanceId)).isFalse();
        }

        public Expectation is(InstanceState state) {
            assertThat(engine.stateOf(instanceId)).isEqualTo(state);
            return this;
        }

        public Expectation has(String variable, Object value) {
            assertThat(engine.variable(instanceId, variable)).isEqualTo(value);
            return this;
        }

        public Expectation incidents(String... codesAtNodes) {
            assertThat(engine.incidents(instanceId).values()).containsExactlyInAnyOrder(codesAtNodes);
            return this;
        }
    }
}
