package peerbench;

import java.time.Instant;
import java.util.Map;
import java.util.function.Function;
import javax.sql.DataSource;

/** The same in the container, with its broker and relay; one node. */
public final class WfmicroClockwork implements Clockwork, Tickets {

    private final WfmicroPeer peer = new WfmicroPeer();
    private Function<Object[], Object> door;
    private Promised promised;

    @Override
    @SuppressWarnings("unchecked")
    public void open(DataSource source, Map<String, String> options) throws Exception {
        promised = new Promised(source);
        peer.open(source, options);
        door = (Function<Object[], Object>) System.getProperties().get("wf.bench.door");
        end();
        door.apply(new Object[] {"deploy", Models.bpmn("urn:wf:bpmn:1.0", "")});
    }

    @Override
    public String describe() {
        return peer.describe();
    }

    @Override
    public void startTimed(Instant due) {
        peer.start("timed", Models.key(), Models.timed(due.toString()));
    }

    @Override
    public String startDesk() {
        return peer.openTasks(peer.start("desk", Models.key(), Models.desk())).get(0);
    }

    @Override
    public void submit(String item) {
        peer.complete(item, Bench.DECISION);
    }

    @Override
    public void accept(String item) {
        door.apply(new Object[] {"accept", item, Bench.DECISION});
    }

    @Override
    public void begin(int nodes) {
        door.apply(new Object[] {"jobs", true});
    }

    @Override
    public void end() {
        door.apply(new Object[] {"jobs", false});
    }

    @Override
    public long left() throws Exception {
        return promised.left();
    }

    @Override
    public Fired fired() throws Exception {
        return promised.fired();
    }

    @Override
    public String claims() {
        return Promised.CLAIMS;
    }

    @Override
    public void close() throws Exception {
        peer.close();
    }
}
