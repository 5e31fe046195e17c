package wf.micro;

import java.util.List;

/**
 * A second tenant in the database of the running product: the same people with the same passwords, and nothing else.
 * The product has no way to found a tenant yet, so its rows are copied as a database administrator would.
 */
public final class Neighbour {
    public static final String TENANT = "neighbour";

    private Neighbour() { }

    public static void movesIn(Rows rows) {
        if (rows.number("select count(*) from wf_person where tenant = '" + TENANT + "'") == 0) {
            rows.change(rows());
        }
    }

    /** What brings him in, as SQL. */
    public static List<String> rows() {
        return List.of(
                "insert into wf_person (tenant, id, login_name, name, enabled, valid_from, version)"
                        + " select '" + TENANT + "', id, login_name, name, enabled, valid_from, version"
                        + " from wf_person where tenant = 'default'",
                "insert into wf_role_grant (tenant, id, role_code, holder, granted_at) select '" + TENANT + "', id, role_code, holder, granted_at"
                        + " from wf_role_grant where tenant = 'default'",
                "insert into wf_credential (tenant, person_id, password_hash, changed_at, version)"
                        + " select '" + TENANT + "', person_id, password_hash, changed_at, version"
                        + " from wf_credential where tenant = 'default'",
                "insert into wf_org_version (tenant, version) values ('" + TENANT + "', 1)");
    }
}
