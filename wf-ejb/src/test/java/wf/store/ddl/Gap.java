package wf.store.ddl;

import java.util.List;
import java.util.function.BiConsumer;
import java.util.regex.Pattern;

/**
 * What a database understands and a parser for it does not, by the manual of the database: parsed with other words instead, and as it is
 * expected to be refused, so that a parser that has learnt them is trusted from then on.
 *
 * @param folder  of the database
 * @param words   what the parser does not know
 * @param instead what it does
 */
record Gap(String folder, Pattern words, String instead) {

    static final List<Gap> OF_DRUID = List.of(
            new Gap("db2", " as bigint", ""),
            new Gap("sqlserver", " where sole is not null", ""),
            new Gap("kingbase", "\\blanguage\\b", "\"language\""));
    static final List<Gap> OF_GRAMMARS = List.of(
            new Gap("sqlserver", " where sole is not null", ""),
            new Gap("sqlserver", " default next value for wf_ticket_turn", ""),
            new Gap("sqlserver", "\\b(path|zone|language)\\b", "[$1]"),
            new Gap("sqlserver", "^set quoted_identifier on$", ""));

    Gap(String folder, String words, String instead) {
        this(folder, Pattern.compile(words), instead);
    }

    /** Parses a statement, but for what the parser is known not to know. */
    static void parse(BiConsumer<String, String> parser, List<Gap> gaps, String folder, String sql) {
        String known = sql;
        for (Gap gap : gaps) {
            known = gap.folder.equals(folder) ? gap.words.matcher(known).replaceAll(gap.instead) : known;
        }
        if (!known.isEmpty()) {
            parser.accept(folder, known);
        }
    }

    boolean isIn(String sql) {
        return words.matcher(sql).find();
    }
}
