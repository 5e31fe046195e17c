package wf.runtime;

import java.util.Set;

/**
 * How far a granted role reaches: everywhere, or only in a department and those below it, or only in a category of
 * definitions and those below it, or where both meet. What stands in no department is beyond one that is limited to some.
 *
 * @param departments the department and all below it; null for everywhere
 * @param category null for all
 */
public record Reach(Set<String> departments, String category) {
    public static final Reach EVERYWHERE = new Reach(null, null);

    public Reach {
        departments = departments == null ? null : Set.copyOf(departments);
    }

    public boolean isEverywhere() {
        return departments == null && category == null;
    }

    public boolean covers(Whereabouts where) {
        return (departments == null || where.department() != null && departments.contains(where.department()))
                && (category == null || isWithin(where.category(), category));
    }

    /** Whether whatever the other one covers is covered by this, too. */
    public boolean covers(Reach other) {
        return (departments == null || other.departments != null && !other.departments.isEmpty() && departments.containsAll(other.departments))
                && (category == null || isWithin(other.category, category));
    }

    private static boolean isWithin(String category, String above) {
        return category != null && (category.equals(above) || category.startsWith(above + "/"));
    }
}
