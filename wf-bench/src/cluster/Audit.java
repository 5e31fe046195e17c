import jakarta.mail.MessagingException;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Counts what has come of one run: by the rows of the database, by what was called outside, and by the mails that were caught. Nothing that
 * the product says of itself is believed where it can be counted.
 */
final class Audit {

    /** Between sending a mail and noting it these can fall; then it comes once more, with the same Message-ID. */
    private static final Set<String> CRASHES = Set.of("node", "first", "database");
    private final Rows rows;
    private final Outside outside;
    private final Faults run;
    private final String key;
    private final List<Kind> kinds = new ArrayList<>();

    Audit(Rows rows, Outside outside, Faults run) {
        this.rows = rows;
        this.outside = outside;
        this.run = run;
        this.key = run.key();
    }

    /** Whether nothing was lost, doubled, early or refused. */
    boolean tell(String fault) throws SQLException, MessagingException {
        kinds.add(Kind.of("instances", both(run.instances().keySet(), run.timed()), rows.counts("select id from wf_instance where def_key in (" + keys() + ")")));
        kinds.add(Kind.of("submits", run.handedIn(), rows.counts("select j.instance_id from wf_journal j" + instanceOf("j", "'" + key + "'") + " and j.operation = 'submit'")));
        if (!run.isOverJms()) {
            kinds.add(Kind.of("tickets", run.tickets(), rows.counts("select t.id from wf_ticket t" + instanceOf("t", "'" + key + "'") + " and t.state = 'DONE'")));
        }
        Map<Long, Long> numbers = run.instances();
        kinds.add(Kind.of("calls", run.handedIn().stream().map(i -> Model.path(key, numbers.get(i))).toList(), ours(outside.effects())));
        kinds.add(Kind.of("items", both(run.handedIn(), run.timed()), items("'sign', 'hold'")));
        kinds.add(Kind.of("timers", run.timed(), items("'after'")));
        kinds.add(mails(CRASHES.contains(fault) ? 2 : 1));
        kinds.forEach(k -> System.out.println("  " + k));
        long early = rows.number("select count(*) from wf_work_item w" + instanceOf("w", "'" + key + "t'") + " and w.node_id = 'after' and w.created_at <"
                + " (select j.happened_at from wf_journal j where j.tenant = w.tenant and j.instance_id = w.instance_id and j.seq = 1) + make_interval(secs => "
                + (run.timerSeconds() - 1) + ")");
        System.out.printf("  calls again under their key %d, timers too early %d%n", outside.callsAgain(), early);
        Kind sum = Kind.sum(fault, kinds);
        System.out.println("FAULT " + sum);
        return sum.isSound() && kinds.stream().allMatch(Kind::isSound) && early == 0 && run.handedIn().size() == numbers.size();
    }

    private String keys() {
        return "'" + key + "', '" + key + "t'";
    }

    private static Set<Long> both(Collection<Long> one, Collection<Long> other) {
        Set<Long> both = new HashSet<>(one);
        both.addAll(other);
        return both;
    }

    private static String instanceOf(String alias, String keys) {
        return " join wf_instance i on i.tenant = " + alias + ".tenant and i.id = " + alias + ".instance_id where i.def_key in (" + keys + ")";
    }

    private Map<Long, Long> items(String nodes) throws SQLException {
        return rows.counts("select w.instance_id from wf_work_item w" + instanceOf("w", keys()) + " and w.node_id in (" + nodes + ")");
    }

    private Map<String, Long> ours(Map<String, Long> paths) {
        return paths.entrySet().stream().filter(e -> e.getKey().startsWith("/" + key + "/")).collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    }

    /**
     * Owed is a mail for each open item, and for each that the product says it has sent. Several Message-IDs for one item are a mail
     * doubled; so is one that comes more often than crashes explain, or that nobody has noted.
     */
    private Kind mails(int mostOfOne) throws SQLException, MessagingException {
        Map<String, Long> caught = outside.mails();
        Set<String> owed = new LinkedHashSet<>();
        rows.numbers("select w.id from wf_work_item w" + instanceOf("w", keys())).forEach(item -> owed.add("item " + item));
        Map<String, Long> effects = new HashMap<>();
        long again = 0;
        for (List<String> notice : rows.all("select n.id, n.item_id, n.state, case when i.def_key in (" + keys() + ") then 1 else 0 end from wf_notice n"
                + " left join wf_instance i on i.tenant = n.tenant and i.id = n.instance_id where n.channel = 'mail'")) {
            Long times = caught.remove("<wf-default-" + notice.get(0) + "@localhost>");
            if (notice.get(3).equals("0")) {
                continue;
            }
            String about = notice.get(1).equals("0") ? "notice " + notice.get(0) : "item " + notice.get(1);
            if (!notice.get(2).equals("GONE")) {
                owed.add(about);
            }
            if (times != null) {
                effects.merge(about, times <= mostOfOne ? 1 : times, Long::sum);
                again += times - 1;
                // It was on its way when its item went.
                owed.add(about);
            }
        }
        caught.forEach((id, times) -> effects.put("stray " + id, times));
        System.out.printf("  mails again under their Message-ID %d%n", again);
        return Kind.of("mails", owed, effects);
    }
}
