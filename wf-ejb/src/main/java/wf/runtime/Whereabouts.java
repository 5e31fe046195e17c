package wf.runtime;

/**
 * Where something stands that somebody administers: a person in his main department, a definition in its category, an
 * instance in the department of whoever started it and in the category of its definition.
 *
 * @param department null for what stands in none
 * @param category null for what stands in none
 */
public record Whereabouts(String department, String category) {
    /** What concerns the whole tenant. */
    public static final Whereabouts TENANT = new Whereabouts(null, null);

    public static Whereabouts inDepartment(String department) {
        return new Whereabouts(department, null);
    }

    public static Whereabouts inCategory(String category) {
        return new Whereabouts(null, category);
    }
}
