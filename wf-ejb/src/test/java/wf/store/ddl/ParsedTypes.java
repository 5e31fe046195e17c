package wf.store.ddl;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import wf.store.ddl.ColumnType.Kind;

/**
 * Types as the databases spell them, read the other way round: what is not here is not a type of that database, or none that fits. Written
 * from the manuals and not from the dialects, which it is to contradict when they are wrong.
 */
final class ParsedTypes {

    private record Rule(Pattern pattern, Kind kind, int bytes) { }

    private static final List<Rule> ORACLE = List.of(rule("varchar2\\((\\d+) char\\)", Kind.TEXT), rule("clob", Kind.TEXT), rule("blob", Kind.BYTES),
            rule("number\\(1\\)", Kind.TRUTH), rule("number\\(5\\)", Kind.SMALL), rule("number\\(10\\)", Kind.INTEGER), rule("number\\(19\\)", Kind.LONG),
            rule("number\\((\\d+), ?(\\d+)\\)", Kind.DECIMAL), rule("timestamp ?\\(6\\) with time zone", Kind.INSTANT));
    private static final List<Rule> DB2 = List.of(new Rule(Pattern.compile("(?:varchar|clob)\\((\\d+)\\)"), Kind.TEXT, 4), rule("blob\\((\\d+)\\)", Kind.BYTES),
            rule("smallint", Kind.SMALL), rule("integer", Kind.INTEGER), rule("bigint", Kind.LONG), rule("decimal\\((\\d+), ?(\\d+)\\)", Kind.DECIMAL),
            rule("timestamp\\(6\\)", Kind.INSTANT));
    private static final List<Rule> SQL_SERVER = List.of(rule("nvarchar\\((\\d+)\\)", Kind.TEXT), rule("nvarchar\\(max\\)", Kind.TEXT),
            rule("varbinary\\(max\\)", Kind.BYTES), rule("bit", Kind.TRUTH), rule("smallint", Kind.SMALL), rule("int", Kind.INTEGER), rule("bigint", Kind.LONG),
            rule("decimal\\((\\d+), ?(\\d+)\\)", Kind.DECIMAL), rule("datetimeoffset\\(6\\)", Kind.INSTANT));
    private static final List<Rule> DM = List.of(rule("varchar2\\((\\d+) char\\)", Kind.TEXT), rule("clob", Kind.TEXT), rule("blob", Kind.BYTES),
            rule("bit", Kind.TRUTH), rule("smallint", Kind.SMALL), rule("integer", Kind.INTEGER), rule("bigint", Kind.LONG),
            rule("decimal\\((\\d+), ?(\\d+)\\)", Kind.DECIMAL), rule("timestamp ?\\(6\\) with time zone", Kind.INSTANT));
    private static final List<Rule> KINGBASE = List.of(rule("varchar\\((\\d+)\\)", Kind.TEXT), rule("text", Kind.TEXT), rule("bytea", Kind.BYTES),
            rule("boolean", Kind.TRUTH), rule("smallint", Kind.SMALL), rule("integer", Kind.INTEGER), rule("bigint", Kind.LONG),
            rule("decimal\\((\\d+), ?(\\d+)\\)", Kind.DECIMAL), rule("timestamp ?\\(6\\) with time zone", Kind.INSTANT));
    private static final List<Rule> OSCAR = List.of(new Rule(Pattern.compile("varchar\\((\\d+)\\)"), Kind.TEXT, 4), rule("clob", Kind.TEXT), rule("blob", Kind.BYTES),
            rule("boolean", Kind.TRUTH), rule("smallint", Kind.SMALL), rule("integer", Kind.INTEGER), rule("bigint", Kind.LONG),
            rule("decimal\\((\\d+), ?(\\d+)\\)", Kind.DECIMAL), rule("timestamp ?\\(6\\) with time zone", Kind.INSTANT));
    private static final Map<String, List<Rule>> OF = Map.of("oracle", ORACLE, "db2", DB2, "sqlserver", SQL_SERVER, "dm", DM, "kingbase", KINGBASE, "oscar", OSCAR);

    private ParsedTypes() { }

    private static Rule rule(String pattern, Kind kind) {
        return new Rule(Pattern.compile(pattern), kind, 1);
    }

    /** Whether a column of the model has its place in a column of this type. */
    static boolean fits(String folder, String type, ColumnType model) {
        for (Rule rule : OF.get(folder)) {
            Matcher matcher = rule.pattern.matcher(type.toLowerCase(Locale.ROOT));
            if (matcher.matches()) {
                return sameKind(folder, rule.kind, model.kind()) && holds(rule, matcher, model);
            }
        }
        return false;
    }

    /** Db2's booleans are small numbers. */
    private static boolean sameKind(String folder, Kind parsed, Kind model) {
        return parsed == model || folder.equals("db2") && parsed == Kind.SMALL && model == Kind.TRUTH;
    }

    /** What says no length has none worth naming; no short text needs that. */
    private static boolean holds(Rule rule, Matcher matcher, ColumnType model) {
        return switch (model.kind()) {
            case TEXT -> matcher.groupCount() == 0 ? model.length() > 1000 : Long.parseLong(matcher.group(1)) == model.length() * rule.bytes;
            case BYTES -> matcher.groupCount() == 0 || Long.parseLong(matcher.group(1)) == model.length();
            case DECIMAL -> Long.parseLong(matcher.group(1)) == model.length() && Integer.parseInt(matcher.group(2)) == model.scale();
            default -> true;
        };
    }
}
