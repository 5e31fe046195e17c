package wf.report;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.function.BiFunction;
import java.util.stream.Collectors;
import wf.contract.ProcessInfoRow;
import wf.contract.ProcessSheet;
import wf.contract.ProcessStep;

/** The steps as columns and rows, and those as CSV (RFC 4180). */
record SheetTable(Words words, List<Column> wanted) {

    /** What a column shows of a step. */
    enum Column {
        NODE((w, s) -> s.nodeName), PERSON(Words::person), OPERATION((w, s) -> s.label), VOTE((w, s) -> s.voteLabel),
        OPINION((w, s) -> s.opinion), AT((w, s) -> w.time(s.at));

        private final BiFunction<Words, ProcessStep, String> cell;

        Column(BiFunction<Words, ProcessStep, String> cell) {
            this.cell = cell;
        }

        String key() {
            return name().toLowerCase(Locale.ROOT);
        }

        static String keys() {
            return Arrays.stream(values()).map(Column::key).collect(Collectors.joining(", "));
        }

        String of(ProcessStep step, Words words) {
            String text = cell.apply(words, step);
            return text == null ? "" : text;
        }
    }

    List<String> headings() {
        return wanted.stream().map(c -> words.text(c.key())).toList();
    }

    List<ProcessInfoRow> rows(ProcessSheet sheet) {
        return sheet.steps.stream().map(s -> {
            ProcessInfoRow row = new ProcessInfoRow();
            wanted.forEach(c -> row.cells.add(c.of(s, words)));
            return row;
        }).toList();
    }

    String csv(List<String> headings, List<ProcessInfoRow> rows) {
        StringBuilder csv = new StringBuilder(line(headings));
        rows.forEach(r -> csv.append(line(r.cells)));
        return csv.toString();
    }

    private static String line(List<String> cells) {
        return cells.stream().map(SheetTable::quoted).collect(Collectors.joining(",", "", "\r\n"));
    }

    /** A spreadsheet takes what begins so for a formula, whoever wrote it. */
    private static String quoted(String cell) {
        String text = cell.matches("(?s)[=+\\-@\\t\\r].*") ? "'" + cell : cell;
        return "\"" + text.replace("\"", "\"\"") + "\"";
    }
}
