package wf.query;

import jakarta.persistence.TypedQuery;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import wf.runtime.Reach;
import wf.runtime.Right;
import wf.runtime.Rights;

/** How far somebody's rights reach, as conditions of a list: all of the tenant, or what stands in departments and categories. */
final class Territory {
    /** In a statement with a list EclipseLink writes values out, and a truth value as 1, which only MariaDB takes for one. */
    private static final String MAIN = "SQL('case when ? then 1 else 0 end', m.main) = 1";

    private final boolean whole;
    private final List<Reach> reaches;
    private final Map<String, Object> parameters = new LinkedHashMap<>();

    private Territory(boolean whole, List<Reach> reaches) {
        this.whole = whole;
        this.reaches = reaches;
    }

    /** @param rights any of which is enough */
    static Territory of(Rights own, Right... rights) {
        List<Reach> reaches = Arrays.stream(rights).flatMap(r -> own.reaches(r).stream()).distinct().toList();
        return new Territory(reaches.stream().anyMatch(Reach::isEverywhere), reaches);
    }

    boolean isWhole() {
        return whole;
    }

    Map<String, Object> parameters() {
        return parameters;
    }

    /** Of people whose main department is his; a category has no people. */
    String ofPeople(String alias) {
        if (whole) {
            return "";
        }
        List<String> either = new ArrayList<>(List.of("1 = 0"));
        for (Reach reach : reaches) {
            if (reach.category() == null && !reach.departments().isEmpty()) {
                either.add(inDepartments(alias + ".id", alias, reach));
            }
        }
        return " and (" + String.join(" or ", either) + ")";
    }

    /** More instances, behind another condition. */
    String orOfInstances(String alias) {
        StringBuilder or = new StringBuilder();
        for (Reach reach : whole ? List.<Reach>of() : reaches) {
            if (reach.departments() == null || !reach.departments().isEmpty()) {
                List<String> both = new ArrayList<>();
                if (reach.departments() != null) {
                    both.add(inDepartments(alias + ".starter", alias, reach));
                }
                if (reach.category() != null) {
                    both.add(inCategory(alias, reach.category()));
                }
                or.append(" or ").append(String.join(" and ", both));
            }
        }
        return or.toString();
    }

    private String inDepartments(String person, String alias, Reach reach) {
        String name = "departments" + parameters.size();
        parameters.put(name, new TreeSet<>(reach.departments()));
        return "exists (select m.personId from DepartmentMemberRow m where m.tenant = " + alias + ".tenant and m.personId = " + person
                + " and " + MAIN + " and m.ownerId in :" + name + ")";
    }

    private String inCategory(String alias, String category) {
        String name = "category" + parameters.size();
        parameters.put(name, category);
        parameters.put(name + "Below", category + "/");
        parameters.put(name + "Length", category.length() + 1);
        return "exists (select d.id from DefinitionRow d where d.tenant = " + alias + ".tenant and d.defKey = " + alias + ".defKey and d.version = 1"
                + " and (d.category = :" + name + " or substring(d.category, 1, :" + name + "Length) = :" + name + "Below))";
    }

    <T> TypedQuery<T> fill(TypedQuery<T> query) {
        parameters.forEach(query::setParameter);
        return query;
    }
}
