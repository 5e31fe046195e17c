package wf.definition;

/**
 * A relation as a model uses it, whoever its base is.
 *
 * @param levels how far up; 1 where the relation has none
 * @param unit the post or group that it is about; null where it is about none
 * @param whenHead what follows when the base is the one who is looked for
 */
public record Relative(Relation relation, int levels, String unit, WhenHead whenHead) {

    public static Relative of(Relation relation) {
        return new Relative(relation, 1, null, WhenHead.CLIMB);
    }
}
