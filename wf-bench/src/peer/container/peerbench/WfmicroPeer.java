package peerbench;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import javax.sql.DataSource;

/**
 * Our engine inside Payara Micro, which runs in the harness's own JVM: with the container's transactions, injection and
 * connection pool, without HTTP. The harness's pool is used only to write the people.
 */
public final class WfmicroPeer implements Peer {

    private Function<Object[], Object> door;
    private Beside beside;

    @Override
    @SuppressWarnings("unchecked")
    public void open(DataSource ds, Map<String, String> opts) throws Exception {
        String arguments = System.getProperty("wf.bench.server");
        Class.forName("fish.payara.micro.PayaraMicro").getMethod("main", String[].class).invoke(null, (Object) arguments.split(" "));
        door = (Function<Object[], Object>) System.getProperties().get("wf.bench.door");
        if (door == null) {
            throw new IllegalStateException("the application was not deployed");
        }
        writePeople(ds);
        call("deploy", Bench.model("urn:wf:bpmn:1.0", ""));
        beside = new Beside(ds, "wfmicro");
    }

    private static void writePeople(DataSource ds) throws SQLException {
        try (Connection connection = ds.getConnection(); Statement statement = connection.createStatement()) {
            statement.execute("insert into wf_person (tenant, id, login_name, name, enabled, valid_from, version)"
                    + " select 'default', id, id, id, true, now() - interval '1 day', 1"
                    + " from (select 'u' || k as id from generate_series(0, 999) k union all select 'admin') people");
            statement.execute("insert into wf_role_grant (tenant, id, role_code, holder, granted_at) select 'default', -k,"
                    + " (array['SYSTEM_ADMIN', 'SECURITY_ADMIN', 'AUDIT_ADMIN', 'PROCESS_ADMIN'])[k], 'user:admin', now() from generate_series(1, 4) k");
            statement.execute("insert into wf_org_version (tenant, version) values ('default', 1)");
        }
    }

    private Object call(Object... call) {
        return door.apply(call);
    }

    @Override
    public String describe() {
        return "wf inside Payara Micro, no HTTP, journal, idempotency by client's key and outbox on, ids from a sequence";
    }

    @Override
    public String start(String process, String businessKey, Map<String, Object> vars) {
        return call("start", process, businessKey, vars).toString();
    }

    @Override
    @SuppressWarnings("unchecked")
    public List<String> openTasks(String instance) {
        return (List<String>) call("openItems", Long.valueOf(instance));
    }

    @Override
    public void complete(String task, Map<String, Object> vars) {
        call("complete", task, vars);
    }

    @Override
    public int todoAssigned(String user, int max) {
        throw new UnsupportedOperationException("measured without the container");
    }

    @Override
    public long countAssigned(String user) {
        throw new UnsupportedOperationException("measured without the container");
    }

    @Override
    public int todoAll(String user, List<String> groups, int max) {
        throw new UnsupportedOperationException("measured without the container");
    }

    @Override
    public long countAll(String user, List<String> groups) {
        throw new UnsupportedOperationException("measured without the container");
    }

    @Override
    public void seedTasks(Connection c, int n) {
        throw new UnsupportedOperationException("measured without the container");
    }

    @Override
    public void growHistory(Connection c, int n) {
        throw new UnsupportedOperationException("measured without the container");
    }

    /** The server's threads hold the JVM; all that is to be said has been printed. */
    @Override
    public void close() throws Exception {
        beside.print();
        System.out.flush();
        Runtime.getRuntime().halt(0);
    }
}
