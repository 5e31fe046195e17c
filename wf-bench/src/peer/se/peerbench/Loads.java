package peerbench;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.Statement;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import wf.call.Outcome;
import wf.job.OrgLoads;
import wf.org.OrgSnapshot;
import wf.org.ldap.Slapd;
import wf.org.source.LoadNote;
import wf.scenario.Standalone;
import wf.setting.Settings;
import wf.store.migration.Migration;

/**
 * The organisation of a large house from a real OpenLDAP into PostgreSQL: {@code bench.sh load people=50000 [departments=2000 groups=500 port=55432]}.
 * {@code load.sh} starts the directory, fills it with what {@code Loads ldif} writes, and lets the product read it as it does at its start.
 */
public final class Loads {
    private static final String TENANT = "default";
    private static final String SUFFIX = "dc=example,dc=org";
    private static final String BASE = "ou=" + TENANT + "," + SUFFIX;
    private static final String SERVER = "jdbc:postgresql://127.0.0.1:%s/%s";
    private static final String DATABASE = "b_load";
    private static final int BELOW_EACH = 12;
    private static final int IN_A_GROUP = 100;
    private final Map<String, String> options = new HashMap<>(Map.of("people", "50000", "departments", "2000", "groups", "500", "port", "55432"));

    public static void main(String[] args) throws Exception {
        Loads loads = new Loads();
        boolean ldif = args.length > 0 && args[0].equals("ldif");
        for (int i = ldif ? 1 : 0; i < args.length; i++) {
            loads.options.put(args[i].substring(0, args[i].indexOf('=')), args[i].substring(args[i].indexOf('=') + 1));
        }
        if (ldif) {
            loads.write(new PrintStream(System.out, false, StandardCharsets.UTF_8));
        } else {
            loads.run();
        }
    }

    private int number(String option) {
        return Integer.parseInt(options.get(option));
    }

    // ---- the house ----

    private void write(PrintStream out) {
        out.printf("dn: %s%nobjectClass: domain%ndc: example%n%n", SUFFIX);
        unit(out, TENANT, SUFFIX);
        unit(out, "people", BASE);
        unit(out, "groups", BASE);
        for (int i = 0; i < number("departments"); i++) {
            out.printf("dn: %s%nobjectClass: organizationalUnit%nobjectClass: wfDept%nou: d%d%nwfSort: %d%nwfHead: p%d%n%n", department(i), i, i % BELOW_EACH, i);
        }
        for (int i = 0; i < number("people"); i++) {
            out.printf("dn: uid=p%d,ou=people,%s%nobjectClass: inetOrgPerson%nobjectClass: wfPerson%nuid: p%d%ncn: Person %d%nsn: %d%nwfDeptRef: d%d%ntitle: engineer%n"
                    + "mail: p%d@example.org%nmanager: uid=p%d,ou=people,%s%n%n", i, BASE, i, i, i, i % number("departments"), i, i % number("departments"), BASE);
        }
        for (int i = 0; i < number("groups"); i++) {
            out.printf("dn: cn=g%d,ou=groups,%s%nobjectClass: groupOfNames%ncn: g%d%n", i, BASE, i);
            for (int k = 0; k < IN_A_GROUP; k++) {
                out.printf("member: uid=p%d,ou=people,%s%n", (i * IN_A_GROUP + k) % number("people"), BASE);
            }
            out.println();
        }
        out.flush();
    }

    private static void unit(PrintStream out, String name, String parent) {
        out.printf("dn: ou=%s,%s%nobjectClass: organizationalUnit%nou: %s%n%n", name, parent, name);
    }

    /** A tree, twelve below each. */
    private static String department(int i) {
        return "ou=d" + i + "," + (i == 0 ? BASE : department((i - 1) / BELOW_EACH));
    }

    // ---- the load ----

    private void run() throws Exception {
        try (Connection admin = DriverManager.getConnection(SERVER.formatted(options.get("port"), "postgres"), "bench", "bench"); Statement statement = admin.createStatement()) {
            statement.execute("drop database if exists " + DATABASE);
            statement.execute("create database " + DATABASE);
        }
        HikariConfig config = new HikariConfig();
        config.setJdbcUrl(SERVER.formatted(options.get("port"), DATABASE));
        config.setUsername("bench");
        config.setPassword("bench");
        try (HikariDataSource pool = new HikariDataSource(config)) {
            new Migration(pool, new Settings(name -> null, name -> null)).run();
            try (Standalone node = new Standalone(pool, null, InstantSource.system(), (definition, job) -> new Outcome.Failed("nothing is called", false),
                    Slapd.of(Slapd.settings(TENANT)))) {
                load(node);
            }
        }
    }

    private void load(Standalone node) {
        node.orgLoads.schedule();
        long begin = System.nanoTime();
        node.shifts.work();
        double seconds = (System.nanoTime() - begin) / 1e9;
        LoadNote note = OrgLoads.note(node.transactions.required(() -> node.orgLoads.job(TENANT).orElseThrow()));
        if (note == null) {
            throw new IllegalStateException(node.transactions.required(() -> node.orgLoads.job(TENANT).orElseThrow().lastError));
        }
        node.organisation.changed(TENANT);
        long before = used();
        begin = System.nanoTime();
        OrgSnapshot snapshot = node.organisation.of(TENANT);
        double read = (System.nanoTime() - begin) / 1e9;
        long weight = used() - before;
        System.out.printf(Locale.ROOT, "LOAD people=%d departments=%d groups=%d remarks=%d seconds=%.1f (at most 60) snapshot=%d MB (at most 200) of %d people read in %.1f s%n",
                note.people(), note.departments(), note.groups(), note.remarked(), seconds, weight / 1_000_000, snapshot.people().size(), read);
    }

    private static long used() {
        for (int i = 0; i < 3; i++) {
            System.gc();
        }
        return Runtime.getRuntime().totalMemory() - Runtime.getRuntime().freeMemory();
    }
}
