package wf.query;

import java.util.ArrayList;
import java.util.List;

/**
 * Of which definitions something is, by their key and category. Rows name the version alone, since a definition may change its
 * category at any time; versions are few, and found once for a whole list.
 *
 * @param column that names the version
 */
record Definitions(String tenant, String column) {

    /** @param category what stands below it counts too */
    void matching(String key, String category, Conditions conditions) {
        List<Object> values = new ArrayList<>(List.of(tenant));
        String which = "";
        if (key != null) {
            which += " and d.def_key = ?";
            values.add(key);
        }
        if (category != null && !category.isBlank()) {
            String path = category.strip();
            which += " and (d.category_path = ? or d.category_path like ? escape '!')";
            values.add(path);
            values.add(Conditions.escaped(path) + "/%");
        }
        if (values.stream().anyMatch(v -> v.toString().indexOf('\0') >= 0)) {
            conditions.and("1 = 0");
        } else if (!which.isEmpty()) {
            conditions.and(column + " in (select d.id from wf_definition d where d.tenant = ?" + which + ")", values.toArray());
        }
    }
}
