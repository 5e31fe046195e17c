package wf.scenario;

import static wf.scenario.Sketch.anyError;
import static wf.scenario.Sketch.cancel;
import static wf.scenario.Sketch.compensation;
import static wf.scenario.Sketch.condition;
import static wf.scenario.Sketch.error;
import static wf.scenario.Sketch.escalation;
import static wf.scenario.Sketch.expression;
import static wf.scenario.Sketch.message;
import static wf.scenario.Sketch.signal;
import static wf.scenario.Sketch.terminate;
import static wf.scenario.Sketch.timer;
import static wf.scenario.Sketch.until;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import wf.scenario.Sketch.What;

/**
 * A random process of all elements that the kernel executes: nested blocks of activities, gateways of every kind, events,
 * sub-processes, loops and calls; and now and then flows that no block would draw: a way back, a split without its join,
 * a join that waits for what a choice did not take.
 */
final class RandomModel {

    private static final String[] PEOPLE = {"li", "wang", "sun", "zhou", "qian"};
    /** With so many nodes it grows no deeper. */
    private static final int MANY = 60;
    private static final String COUNT = "n = (empty(n) ? 0 : n) + 1";

    private final Random random;
    private final boolean ofPeople;
    private int count;
    /** What is called calls nothing: it would call itself, without end. */
    private boolean mayCall;
    /** What begins the event sub-process around: awaited inside too, it would begin another one each time that it comes, without end. */
    private String begunBy = "";

    private RandomModel(Random random, boolean ofPeople) {
        this.random = random;
        this.ofPeople = ofPeople;
    }

    /** One scope of the model: what extra flows may lead from and to. */
    private static final class Scope {
        private final Sketch sketch;
        private final boolean inTransaction;
        private final boolean hasEnds;
        private final List<String> froms = new ArrayList<>();
        private final List<String> tos = new ArrayList<>();

        Scope(Sketch sketch, boolean inTransaction, boolean hasEnds) {
            this.sketch = sketch;
            this.inTransaction = inTransaction;
            this.hasEnds = hasEnds;
        }
    }

    /** A file with the process of this key, and the one that it calls. */
    static String of(String key, Random random) {
        return file(key, new RandomModel(random, false));
    }

    /** As the other one, with people at most nodes, side by side and one after another: much work that can be sent back and forth. */
    static String ofPeople(String key, Random random) {
        return file(key, new RandomModel(random, true));
    }

    private static String file(String key, RandomModel model) {
        Sketch called = model.process("called", 1);
        model.mayCall = true;
        return Sketch.file(called, model.process(key, 3));
    }

    private Sketch process(String key, int depth) {
        Sketch sketch = Sketch.process(key).process("wf:allow", "jump,freeSubmit,replaceHandler,startSubProcess").root("<signalEventDefinition id=\"tell\" signalRef=\"s_S1\"/>").root(signal("S1").root());
        fill(sketch, depth, false, true);
        return sketch;
    }

    // ---- a scope ----

    private void fill(Sketch sketch, int depth, boolean transaction, boolean startsByPerson) {
        Scope scope = new Scope(sketch, transaction, true);
        String start = id("s");
        sketch.start(start);
        String last = block(scope, startsByPerson ? human(scope, start) : start, depth);
        end(scope, last);
        if (depth > 0 && random.nextInt(4) == 0) {
            eventSubProcess(scope, depth - 1);
        }
        extraFlows(scope);
    }

    private void eventSubProcess(Scope scope, int depth) {
        boolean interrupting = random.nextBoolean();
        What what = interrupting && random.nextInt(3) == 0 ? random.nextBoolean() ? error("E1") : anyError() : begins(awaitedOrEscalated());
        scope.sketch.eventSub(id("es"), inside -> {
            Scope content = new Scope(inside, scope.inTransaction, true);
            String start = id("s");
            inside.start(start, what).with("isInterrupting", String.valueOf(interrupting));
            String around = begunBy;
            begunBy = interrupting ? around : what.root();
            end(content, block(content, start, Math.max(0, depth)));
            begunBy = around;
        });
    }

    /** A message that begins something is no other's: of several that wait for it the first gets it, and a token would wait in vain. */
    private static What begins(What what) {
        return what.equals(message("M0")) ? message("M2") : what.equals(message("M1")) ? message("M3") : what;
    }

    private What awaitedOrEscalated() {
        return random.nextInt(4) == 0 ? escalation("X1") : awaited();
    }

    private What awaited() {
        return switch (random.nextInt(5)) {
            case 0 -> timer("PT" + (1 + random.nextInt(3)) + "H");
            case 1 -> timer("Cycle", "R" + (1 + random.nextInt(3)) + "/PT1H");
            case 2 -> message("M" + random.nextInt(2));
            case 3 -> notAround(signal("S0"), signal("S1"));
            default -> condition("pick == " + random.nextInt(5));
        };
    }

    private What notAround(What one, What other) {
        What drawn = random.nextInt(2) == 0 ? one : other;
        return !begunBy.equals(drawn.root()) ? drawn : drawn == one ? other : one;
    }

    private void end(Scope scope, String last) {
        String end = id("e");
        switch (random.nextInt(14)) {
            case 0 -> scope.sketch.end(end, terminate());
            case 1 -> scope.sketch.end(end, error("E" + random.nextInt(2)));
            case 2 -> scope.sketch.end(end, escalation("X" + random.nextInt(2)));
            case 3 -> scope.sketch.end(end, notAround(signal("S0"), signal("S1")));
            case 4 -> scope.sketch.end(end, message("M" + random.nextInt(2)));
            case 5 -> scope.sketch.end(end, compensation());
            case 6, 7 -> scope.sketch.end(end, scope.inTransaction ? new What[] {cancel()} : new What[] {});
            default -> scope.sketch.end(end);
        }
        scope.sketch.path(last, end);
    }

    private String id(String kind) {
        return kind + count++;
    }

    // ---- one thing after another ----

    /** A few things one after another; answers the node at their end. */
    private String block(Scope scope, String from, int depth) {
        String last = from;
        for (int i = random.nextInt(3); i >= 0; i--) {
            last = thing(scope, last, depth);
        }
        return last;
    }

    private String thing(Scope scope, String from, int depth) {
        return ofPeople ? work(scope, from, depth) : anything(scope, from, depth);
    }

    private String work(Scope scope, String from, int depth) {
        return switch (random.nextInt(depth > 0 && count < MANY ? 17 : 9)) {
            case 0, 1, 2, 3, 4 -> human(scope, from);
            case 5 -> signed(scope, from);
            case 6 -> failing(scope, from);
            case 7 -> random.nextBoolean() ? failing(scope, from) : script(scope, from);
            case 8 -> random.nextBoolean() ? loopBack(scope, human(scope, from)) : catching(scope, from);
            case 9, 10, 11, 12 -> branches(scope, from, depth, "parallelGateway", "parallelGateway");
            case 13 -> branches(scope, from, depth, "inclusiveGateway", "inclusiveGateway");
            case 14 -> branches(scope, from, depth, any(), any());
            default -> subProcess(scope, from, depth);
        };
    }

    private String anything(Scope scope, String from, int depth) {
        return switch (random.nextInt(depth > 0 && count < MANY ? 20 : 12)) {
            case 0, 1, 2, 3 -> human(scope, from);
            case 4 -> signed(scope, from);
            case 5, 6 -> script(scope, from);
            case 7 -> catching(scope, from);
            case 8 -> throwing(scope, from);
            case 9 -> mayCall ? call(scope, from) : human(scope, from);
            case 10 -> eventGateway(scope, from);
            case 11 -> scope.tos.isEmpty() ? script(scope, from) : loopBack(scope, from);
            case 12 -> branches(scope, from, depth, "parallelGateway", "parallelGateway");
            case 13 -> branches(scope, from, depth, "exclusiveGateway", "exclusiveGateway");
            case 14 -> branches(scope, from, depth, "inclusiveGateway", "inclusiveGateway");
            case 15 -> branches(scope, from, depth, "parallelGateway", "complexGateway");
            case 16 -> branches(scope, from, depth, any(), any());
            case 17 -> adHoc(scope, from);
            default -> subProcess(scope, from, depth);
        };
    }

    private String any() {
        return new String[] {"parallelGateway", "exclusiveGateway", "inclusiveGateway", "complexGateway"}[random.nextInt(4)];
    }

    private String branches(Scope scope, String from, int depth, String split, String join) {
        String opening = id("g");
        gateway(scope, split, opening);
        scope.sketch.path(from, opening);
        int ways = 2 + random.nextInt(2);
        String closing = id("g");
        List<String> ends = new ArrayList<>();
        for (int i = 0; i < ways; i++) {
            String first = random.nextInt(4) == 0 ? script(scope, null) : human(scope, null);
            leads(scope, split, opening, first, i, i == ways - 1);
            ends.add(block(scope, first, depth - 1));
        }
        gateway(scope, join, closing);
        ends.forEach(e -> scope.sketch.path(e, closing));
        scope.tos.add(closing);
        return closing;
    }

    private void gateway(Scope scope, String type, String id) {
        if (type.equals("complexGateway")) {
            scope.sketch.complex(id, 1 + random.nextInt(2), new String[] {"IGNORE", "HOLD", "CANCEL"}[random.nextInt(3)]);
        } else {
            scope.sketch.node(type, id);
        }
    }

    private void leads(Scope scope, String split, String from, String to, int number, boolean isLast) {
        boolean all = split.equals("parallelGateway") || split.equals("complexGateway");
        if (all) {
            scope.sketch.path(from, to);
        } else if (isLast) {
            scope.sketch.otherwise(from, to);
        } else {
            scope.sketch.when(split.startsWith("exclusive") ? "pick == " + number : "pick >= " + number, from, to);
        }
    }

    private String eventGateway(Scope scope, String from) {
        String gateway = id("g");
        scope.sketch.eventGateway(gateway).path(from, gateway);
        String join = id("g");
        scope.sketch.exclusive(join);
        scope.tos.add(join);
        for (int i = 0, n = 2 + random.nextInt(2); i < n; i++) {
            String event = id("c");
            scope.sketch.catching(event, awaited()).path(gateway, event, join);
        }
        return join;
    }

    /** Back to something before, past a person, so that no token runs in a circle by itself. */
    private String loopBack(Scope scope, String from) {
        String decide = human(scope, from);
        String choice = id("g");
        scope.sketch.exclusive(choice).path(decide, choice)
                .when("pick == " + random.nextInt(5), choice, scope.tos.get(random.nextInt(scope.tos.size())));
        String on = id("g");
        scope.sketch.exclusive(on).otherwise(choice, on);
        scope.tos.add(on);
        return on;
    }

    // ---- activities ----

    private String human(Scope scope, String from) {
        String id = id("u");
        scope.sketch.user(id, late(random.nextInt(ofPeople ? 3 : 4) == 0 ? Model.offeredToGroup("finance") : Model.by(PEOPLE[random.nextInt(PEOPLE.length)])));
        boolean apart = scope.hasEnds && random.nextInt(12) == 0;
        if (apart) {
            scope.sketch.says("freeAsync", "true");
        }
        return activity(scope, from, id, true, !apart);
    }

    /** Some are late at times. Which, is not drawn, so that the models are otherwise what they were. */
    private Model.Who late(Model.Who who) {
        String level = switch (count % 15) {
            case 0 -> "kind=\"DUE\" strategy=\"SKIP\"";
            case 3 -> "kind=\"OVERDUE\" after=\"M5\" strategy=\"TRANSFER\" to=\"wang\"";
            case 6 -> "kind=\"OVERDUE\" repeat=\"M20\" times=\"3\" strategy=\"URGE\"";
            case 9 -> "kind=\"DUE\" strategy=\"RETURN\"";
            case 12 -> "kind=\"WARN\" before=\"M10\" strategy=\"NOTIFY\"";
            default -> null;
        };
        return level == null ? who : new Model.Who(who.attributes() + " wf:limit=\"PT50M\"", who.extensions() + "<wf:level " + level + "/>");
    }

    private String signed(Scope scope, String from) {
        String id = id("u");
        String quorum = random.nextInt(3) == 0 ? "60%" : "";
        scope.sketch.user(id, Model.signedBy(random.nextBoolean() ? "PARALLEL" : "SEQUENTIAL",
                quorum.isEmpty() ? random.nextBoolean() ? "ALL" : "ANY" : "QUORUM", quorum, "li", "wang", "sun"));
        scope.sketch.says("returnInRound", new String[] {"ALL", "VOTE", "ADDER", "PREVIOUS_SIGNER"}[random.nextInt(4)]);
        return activity(scope, from, id, true);
    }

    private String script(Scope scope, String from) {
        String id = id("t");
        String thrown = random.nextInt(3) == 0 ? "; if (pick == " + random.nextInt(5) + ") { throwError('E" + random.nextInt(2) + "') }" : "";
        scope.sketch.script(id, COUNT + thrown);
        return activity(scope, from, id, false);
    }

    /** Fails by itself, now and then, so that the token stands still at an incident. */
    private String failing(Scope scope, String from) {
        String id = id("f");
        scope.sketch.script(id, COUNT + "; if (pick % 3 != " + random.nextInt(3) + ") { n = 1 / 0 }").says("async", "true");
        return activity(scope, from, id, false);
    }

    private String call(Scope scope, String from) {
        String id = id("a");
        scope.sketch.call(id, "called");
        if (random.nextInt(3) == 0) {
            scope.sketch.says("wait", "false");
        }
        return activity(scope, from, id, false);
    }

    private String subProcess(Scope scope, String from, int depth) {
        String id = id("p");
        boolean transaction = random.nextInt(3) == 0;
        if (transaction) {
            scope.sketch.transaction(id, inside -> fill(inside, depth - 1, true, random.nextBoolean()));
        } else {
            scope.sketch.sub(id, inside -> fill(inside, depth - 1, scope.inTransaction, random.nextBoolean()));
        }
        activity(scope, from, id, false);
        if (transaction && random.nextInt(3) > 0) {
            border(scope, id, "boundary", cancel());
        }
        return id;
    }

    private String adHoc(Scope scope, String from) {
        String id = id("p");
        scope.sketch.adHoc(id, random.nextBoolean() ? "Sequential" : "Parallel", inside -> {
            Scope content = new Scope(inside, scope.inTransaction, false);
            for (int i = 1 + random.nextInt(3); i > 0; i--) {
                String one = random.nextBoolean() ? human(content, null) : script(content, null);
                if (random.nextInt(3) == 0) {
                    human(content, one);
                }
            }
        });
        if (random.nextBoolean()) {
            scope.sketch.ends(expression("completionCondition", "pick == " + random.nextInt(5)));
        }
        return activity(scope, from, id, false);
    }

    private String catching(Scope scope, String from) {
        String id = id("c");
        scope.sketch.catching(id, awaited()).path(from, id);
        scope.tos.add(id);
        return id;
    }

    private String throwing(Scope scope, String from) {
        String id = id("h");
        What what = switch (random.nextInt(5)) {
            case 0 -> message("M" + random.nextInt(2));
            case 1 -> notAround(signal("S0"), signal("S1"));
            case 2 -> escalation("X" + random.nextInt(2));
            default -> compensation();
        };
        scope.sketch.throwing(id, what).path(from, id);
        scope.tos.add(id);
        return id;
    }

    // ---- what any activity may have ----

    private String activity(Scope scope, String from, String id, boolean human) {
        return activity(scope, from, id, human, true);
    }

    private String activity(Scope scope, String from, String id, boolean human, boolean mayRepeat) {
        if (mayRepeat && random.nextInt(5) == 0) {
            repeated(scope.sketch, human);
        }
        if (random.nextInt(12) == 0 && !id.startsWith("f")) {
            scope.sketch.says("async", "true");
        }
        if (mayRepeat && random.nextInt(10) == 0) {
            scope.sketch.says("mutex", "room");
        }
        if (random.nextInt(25) == 0) {
            scope.sketch.with("startQuantity", "2");
        }
        if (random.nextInt(20) == 0) {
            scope.sketch.with("completionQuantity", "2");
        }
        if (from != null) {
            scope.sketch.path(from, id);
        }
        scope.tos.add(id);
        if (human) {
            scope.froms.add(id);
        }
        around(scope, id);
        return id;
    }

    private void repeated(Sketch sketch, boolean human) {
        String complete = random.nextInt(3) == 0 ? until("nrOfCompletedInstances >= " + (1 + random.nextInt(2))) : "";
        String sequential = random.nextBoolean() ? " isSequential=\"true\"" : "";
        switch (random.nextInt(4)) {
            case 0 -> sketch.repeat("loopCounter < 2 and pick > 1");
            case 1 -> sketch.loop("multiInstanceLoopCharacteristics", sequential, expression("loopCardinality", human ? "2" : "pick") + complete);
            case 2 -> sketch.loop("multiInstanceLoopCharacteristics", sequential + " behavior=\"" + (random.nextBoolean() ? "None\" noneB" : "One\" oneB")
                    + "ehaviorEventRef=\"tell\"", expression("loopCardinality", "2") + complete);
            default -> sketch.loop("multiInstanceLoopCharacteristics", sequential + " wf:collection=\"people\" wf:elementVariable=\"one\"", complete);
        }
    }

    /** Events on the border, and what undoes it. */
    private void around(Scope scope, String id) {
        while (scope.hasEnds && random.nextInt(ofPeople ? 15 : 5) == 0) {
            boolean interrupting = random.nextBoolean();
            What what = interrupting && random.nextInt(3) == 0 ? random.nextBoolean() ? error("E" + random.nextInt(2)) : anyError() : awaitedOrEscalated();
            border(scope, id, interrupting ? "boundary" : "beside", what);
        }
        if (random.nextInt(6) == 0) {
            String handler = id("undo");
            if (random.nextBoolean()) {
                scope.sketch.user(handler, PEOPLE[random.nextInt(PEOPLE.length)]);
            } else {
                scope.sketch.script(handler, COUNT);
            }
            scope.sketch.undoneBy(id, handler);
        }
    }

    private void border(Scope scope, String host, String kind, What what) {
        String event = id("b");
        if (kind.equals("boundary")) {
            scope.sketch.boundary(event, host, what);
        } else {
            scope.sketch.beside(event, host, what);
        }
        end(scope, random.nextBoolean() ? event : block(scope, event, 0));
    }

    /** Flows from people to anywhere, taken on a condition, so that tokens split, loop and miss their joins. */
    private void extraFlows(Scope scope) {
        for (int i = random.nextInt(3); i > 0 && !scope.froms.isEmpty(); i--) {
            scope.sketch.when("pick == " + (3 + random.nextInt(2)), scope.froms.get(random.nextInt(scope.froms.size())),
                    scope.tos.get(random.nextInt(scope.tos.size())));
        }
    }
}
