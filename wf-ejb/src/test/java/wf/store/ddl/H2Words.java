package wf.store.ddl;

import java.time.LocalDateTime;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import wf.store.ddl.ColumnType.Kind;
import wf.store.ddl.Schema.Check;

/** How H2 spells types, defaults and checks in its catalogue; what is not among them has to be taught to every dialect first. */
final class H2Words {

    private static final Pattern MOMENT = Pattern.compile("TIMESTAMP WITH TIME ZONE '(\\S+) (\\S+)\\+00'");
    private static final Pattern NEXT = Pattern.compile("NEXT VALUE FOR \"\\w+\"\\.\"(\\w+)\"");
    private static final Pattern ONE_OF = Pattern.compile("\"(\\w+)\" IN\\(('[^']*'(?:, '[^']*')*)\\)");

    private H2Words() { }

    static ColumnType type(String type, long length, int scale) {
        return switch (type) {
            case "CHARACTER VARYING" -> new ColumnType(Kind.TEXT, length, 0);
            case "BINARY VARYING" -> new ColumnType(Kind.BYTES, length, 0);
            case "NUMERIC" -> new ColumnType(Kind.DECIMAL, length, scale);
            case "BOOLEAN" -> ColumnType.of(Kind.TRUTH);
            case "SMALLINT" -> ColumnType.of(Kind.SMALL);
            case "INTEGER" -> ColumnType.of(Kind.INTEGER);
            case "BIGINT" -> ColumnType.of(Kind.LONG);
            case "TIMESTAMP WITH TIME ZONE" -> ColumnType.of(Kind.INSTANT);
            default -> throw new IllegalArgumentException("no dialect knows the type " + type);
        };
    }

    /** Null for null. */
    static Initial initial(String text) {
        if (text == null) {
            return null;
        }
        Matcher moment = MOMENT.matcher(text);
        Matcher next = NEXT.matcher(text);
        if (moment.matches()) {
            return new Initial.Moment(LocalDateTime.parse(moment.group(1) + "T" + moment.group(2)));
        } else if (next.matches()) {
            return new Initial.Next(next.group(1).toLowerCase(Locale.ROOT));
        } else if (text.matches("-?\\d+")) {
            return new Initial.Number(text);
        } else if (text.matches("'[^']*'")) {
            return new Initial.Text(text.substring(1, text.length() - 1));
        } else if (text.equals("TRUE") || text.equals("FALSE")) {
            return new Initial.Truth(text.equals("TRUE"));
        }
        throw new IllegalArgumentException("no dialect knows the default " + text);
    }

    static Check check(String name, String clause) {
        Matcher oneOf = ONE_OF.matcher(clause);
        if (!oneOf.matches()) {
            throw new IllegalArgumentException("no dialect knows the check " + clause);
        }
        return new Check(name, oneOf.group(1).toLowerCase(Locale.ROOT), List.of(oneOf.group(2).replace("'", "").split(", ")));
    }
}
