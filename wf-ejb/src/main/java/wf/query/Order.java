package wf.query;

/**
 * By what a list goes: a column that an index has right behind whose list it is, and then the id. Anything else would have to
 * be sorted, however much somebody has in his list.
 *
 * @param column of the rows
 * @param descending whether the greatest comes first, and among equals the latest id
 * @param number whether the column is a number and not a time
 */
record Order(String column, boolean descending, boolean number) {

    static Order latest(String column) {
        return new Order(column, true, false);
    }

    static Order earliest(String column) {
        return new Order(column, false, false);
    }

    String by(String key, String id) {
        String way = descending ? " desc" : "";
        return " order by " + key + way + ", " + id + way;
    }

    /** Only what comes behind the cursor. The first part is what an index is entered with, the rest is for equals. */
    void behind(Cursor cursor, String key, String id, Conditions conditions) {
        String than = descending ? " < ?" : " > ?";
        Object at = number ? (Object) cursor.number() : cursor.at();
        conditions.and(key + (descending ? " <= ?" : " >= ?"), at).and("(" + key + than + " or " + id + than + ")", at, cursor.id());
    }
}
