package wf.call;

import java.io.IOException;
import java.io.Reader;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.sql.Clob;
import java.sql.Date;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;

/** Columns as variables can hold them: numbers and truth values as such, dates and all else as text. */
final class Columns {

    private Columns() { }

    /** @param longest the most characters that are read of a long text */
    static Object value(ResultSet row, int column, int longest) throws SQLException {
        Object value = row.getObject(column);
        if (value instanceof Short || value instanceof Integer || value instanceof Long || value instanceof Byte) {
            return ((Number) value).longValue();
        } else if (value instanceof BigDecimal || value instanceof BigInteger || value instanceof Boolean || value instanceof String) {
            return value;
        } else if (value instanceof Float || value instanceof Double) {
            return new BigDecimal(value.toString());
        } else if (value instanceof Timestamp timestamp) {
            return timestamp.toLocalDateTime().toString();
        } else if (value instanceof Date date) {
            return date.toLocalDate().toString();
        } else if (value instanceof Clob clob) {
            return text(clob, longest);
        }
        return value == null ? null : row.getString(column);
    }

    private static String text(Clob clob, int longest) throws SQLException {
        StringBuilder text = new StringBuilder();
        char[] part = new char[8_192];
        try (Reader reader = clob.getCharacterStream()) {
            for (int read = reader.read(part); read >= 0 && text.length() <= longest; read = reader.read(part)) {
                text.append(part, 0, read);
            }
        } catch (IOException e) {
            throw new SQLException("a long text cannot be read", e);
        }
        return text.toString();
    }
}
