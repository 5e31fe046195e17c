package wf.micro.cluster;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.Callable;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReferenceArray;
import java.util.stream.IntStream;
import wf.contract.History;
import wf.contract.OpenReply;
import wf.contract.OperationReply;
import wf.micro.face.Rest;

/**
 * Many who want everything of few instances at the same time. In each round some things are done with one of them, now by
 * this person and now by that, now over this node and now over that; nobody waits for anybody, so that several are always
 * on each instance at once.
 */
final class Storm {
    /** How many things are done in one round, and after how many of them somebody looks again what lies before whom. */
    private static final int ACTS = 5;
    private static final int LOOKS_EVERY = 2;

    private final TwoNodes nodes;
    private final String key;
    private final int rounds;
    private final long seed;
    private final Answers answers;
    private final AtomicInteger begun = new AtomicInteger();
    /** What somebody was answered last about each instance. */
    private final AtomicReferenceArray<OperationReply> last;

    Storm(TwoNodes nodes, String key, List<OperationReply> started, int rounds, long seed, Answers answers) {
        this.nodes = nodes;
        this.key = key;
        this.last = new AtomicReferenceArray<>(started.toArray(OperationReply[]::new));
        this.rounds = rounds;
        this.seed = seed;
        this.answers = answers;
    }

    /** Comes back when all rounds are over. */
    void blow(int clients) throws Exception {
        Together.act(IntStream.range(0, clients).<Callable<Object>>mapToObj(client -> () -> {
            Random random = new Random(seed + client);
            for (int round = begun.getAndIncrement(); round < rounds; round = begun.getAndIncrement()) {
                sit(round, random);
            }
            return null;
        }).toList());
    }

    private void sit(int round, Random random) throws Exception {
        int which = round % last.length();
        Desk desk = desk(which, random);
        for (int act = 0; act < ACTS; act++) {
            desk = act > 0 && act % LOOKS_EVERY == 0 ? desk(which, random) : desk;
            if (random.nextInt(25) == 0) {
                look(desk, nodes.any(random), random);
            } else {
                act(desk, which, key + "-" + round + "-" + act, random);
            }
        }
    }

    /** Of somebody who has something to do, as far as one is found soon. */
    private Desk desk(int which, Random random) {
        Desk desk = null;
        for (int tries = 0; tries < Cast.PEOPLE.size() / 2 && (desk == null || desk.todo().isEmpty()); tries++) {
            String person = Cast.PEOPLE.get(random.nextInt(Cast.PEOPLE.size()));
            desk = new Desk(nodes.any(random), answers, person, last.get(which), key + "-" + which);
        }
        return desk;
    }

    private void act(Desk desk, int which, String opId, Random random) throws Exception {
        Optional<Wish> wish = new Wishes(desk, random).draw().map(w -> w.called(opId));
        if (wish.isPresent() && random.nextInt(8) == 0) {
            wish.get().request().expectedVersion = last.get(which).version;
        }
        if (wish.isPresent()) {
            (random.nextInt(20) == 0 ? twice(wish.get()) : answers.to(wish.get(), nodes.any(random))).ifPresent(r -> last.set(which, r));
        }
    }

    private void look(Desk desk, Rest node, Random random) {
        if (desk.todo().isEmpty() || random.nextInt(3) == 0) {
            answers.to("history of " + desk.instance(), () -> node.call(Cast.STARTER, History.class, "getHistory", "instanceId", desk.instance()));
        } else {
            long item = desk.todo().get(random.nextInt(desk.todo().size())).id;
            answers.to("open " + item, () -> node.call(desk.person(), OpenReply.class, "openWorkItem", "workItemId", item));
        }
    }

    /** An impatient finger, or a network that sends again: the same request over both nodes at once. */
    private Optional<OperationReply> twice(Wish wish) throws Exception {
        List<Callable<Optional<OperationReply>>> both = new ArrayList<>();
        nodes.both().forEach(node -> both.add(() -> answers.to(wish, node)));
        return Together.act(both).get(0);
    }
}
