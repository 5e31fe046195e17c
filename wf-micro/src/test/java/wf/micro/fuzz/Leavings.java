package wf.micro.fuzz;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import wf.micro.Rows;

/** Watches that what is refused leaves nothing: what was refused is sent once more, and then every table has as many rows as before. */
final class Leavings {
    private static final int AT_ONCE = 40;
    private static final long PATIENCE = 20_000;

    private final Rows rows;
    private final Volley volley;
    private final Complaints complaints;
    private int compared;

    Leavings(Rows rows, Volley volley, Complaints complaints) {
        this.rows = rows;
        this.volley = volley;
        this.complaints = complaints;
    }

    /** How many refusals were seen to leave nothing. */
    int compared() {
        return compared;
    }

    List<Volley.Fired> again(List<Shot> refused) throws InterruptedException {
        List<Volley.Fired> all = new java.util.ArrayList<>();
        for (int from = 0; from < refused.size(); from += AT_ONCE) {
            List<Shot> some = refused.subList(from, Math.min(refused.size(), from + AT_ONCE));
            Map<String, Long> before = atRest();
            List<Volley.Fired> fired = volley.fire(some);
            all.addAll(fired);
            if (fired.stream().noneMatch(f -> f.answer().isDone())) {
                compared += fired.size();
                if (!before.equals(atRest())) {
                    oneByOne(some);
                }
            }
        }
        return all;
    }

    /** Whose it was; work that goes on by itself may have stored something meanwhile, so nobody is blamed who does not do it twice. */
    private void oneByOne(List<Shot> some) throws InterruptedException {
        for (Shot shot : some) {
            String first = leftBy(shot);
            if (first != null && leftBy(shot) != null) {
                complaints.add(shot, "was refused and left something", first);
            }
        }
    }

    private String leftBy(Shot shot) throws InterruptedException {
        Map<String, Long> before = atRest();
        Answer answer = volley.fire(List.of(shot)).get(0).answer();
        Map<String, Long> after = atRest();
        Map<String, Long> more = new TreeMap<>(after);
        more.entrySet().removeAll(before.entrySet());
        return answer.isDone() || more.isEmpty() ? null : more + " " + answer;
    }

    /** The rows once nothing goes on by itself any more. */
    private Map<String, Long> atRest() throws InterruptedException {
        long until = System.currentTimeMillis() + PATIENCE;
        Map<String, Long> now = rows.everything();
        while (true) {
            Thread.sleep(150);
            Map<String, Long> next = rows.everything();
            if (next.equals(now) || System.currentTimeMillis() > until) {
                return next;
            }
            now = next;
        }
    }
}
