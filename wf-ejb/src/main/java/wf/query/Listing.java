package wf.query;

import java.util.ArrayList;
import java.util.List;

/**
 * The statements of a list: a page, and how many rows it has. Several runs are merged by key and id, and what stands in more
 * than one of them is listed once.
 *
 * @param rows table of what is listed, with the alias w
 * @param tenant of the rows
 */
record Listing(String rows, String tenant, Order order, List<Run> runs) {

    /** A statement from its tables on, and its values. */
    record Statement(String sql, List<Object> values) { }

    /** @param cursor behind which the page begins; null for the first one */
    Statement page(Cursor cursor, int size) {
        if (isPlain()) {
            Run run = runs.get(0);
            Conditions conditions = behind(run, cursor);
            return new Statement(" from " + run.from() + " where " + conditions.text() + order.by(run.key(), run.id()) + limit(size), conditions.values());
        }
        List<Object> values = new ArrayList<>();
        String merged = merged(cursor, size, values);
        values.add(tenant);
        return new Statement(" from (" + merged + order.by("k1", "k2") + limit(size) + ") k join " + rows
                + " on w.tenant = ? and w.id = k.k2" + order.by("k.k1", "k.k2"), values);
    }

    /** @param most where counting ends; 0 for nowhere */
    Statement count(int most) {
        if (isPlain()) {
            Run run = runs.get(0);
            return new Statement("select count(*) from (select 1 as n from " + run.from() + " where " + run.conditions().text() + limit(most) + ") x",
                    run.conditions().values());
        }
        List<Object> values = new ArrayList<>();
        return new Statement("select count(*) from (" + merged(null, most, values) + limit(most) + ") x", values);
    }

    private static String limit(int most) {
        return most == 0 ? "" : " limit " + most;
    }

    /** One run over the rows themselves: nothing to merge. */
    private boolean isPlain() {
        return runs.size() == 1 && runs.get(0).from().startsWith(rows);
    }

    private String merged(Cursor cursor, int most, List<Object> values) {
        List<String> parts = new ArrayList<>();
        for (Run run : runs) {
            Conditions conditions = behind(run, cursor);
            values.addAll(conditions.values());
            parts.add("select distinct " + run.key() + " as k1, " + run.id() + " as k2 from " + run.from() + " where " + conditions.text()
                    + (most == 0 ? "" : order.by("k1", "k2") + limit(most)));
        }
        return "select distinct k1, k2 from (" + (parts.size() == 1 ? parts.get(0) : "(" + String.join(") union all (", parts) + ")") + ") u";
    }

    private Conditions behind(Run run, Cursor cursor) {
        Conditions conditions = run.conditions().copy();
        if (cursor != null) {
            order.behind(cursor, run.key(), run.id(), conditions);
        }
        return conditions;
    }
}
