package wf.store.ddl;

/**
 * What a column holds, without the words of any database: each dialect has its own for it.
 *
 * @param kind   what it is
 * @param length signs of a text, bytes of a file, digits of a number; 0 where the kind says all
 * @param scale  digits of a number behind the point
 */
record ColumnType(Kind kind, long length, int scale) {

    enum Kind { TEXT, BYTES, TRUTH, SMALL, INTEGER, LONG, DECIMAL, INSTANT }

    static ColumnType of(Kind kind) {
        return new ColumnType(kind, 0, 0);
    }

    boolean isText() {
        return kind == Kind.TEXT;
    }
}
