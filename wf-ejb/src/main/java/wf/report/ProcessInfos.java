package wf.report;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import wf.access.Caller;
import wf.command.Inputs;
import wf.command.Reading;
import wf.contract.ProcessInfo;
import wf.contract.ProcessInfoFormat;
import wf.contract.ProcessSheet;
import wf.setting.Settings;
import wf.store.Json;

/** Y1 formatProcessInfo: process information in the format and the language that are asked for. */
@Singleton
public class ProcessInfos {

    private final Reading reading;
    private final Sheets sheets;
    private final Diagrams diagrams;
    private final ZoneId zone;

    @Inject
    public ProcessInfos(Reading reading, Sheets sheets, Diagrams diagrams, Settings settings) {
        this.reading = reading;
        this.sheets = sheets;
        this.diagrams = diagrams;
        this.zone = settings.zone();
    }

    /**
     * @param columns of the table, with commas between them; null for all
     * @param language {@code zh} or {@code en}; null for the caller's own
     */
    public ProcessInfo format(Caller asking, long instanceId, ProcessInfoFormat wanted, String columns, String language) {
        Caller caller = in(language, asking);
        Reading.Readable on = reading.instance(caller, instanceId);
        ProcessInfo info = new ProcessInfo();
        info.instanceId = instanceId;
        info.format = wanted == null ? ProcessInfoFormat.JSON : wanted;
        if (info.format == ProcessInfoFormat.SVG) {
            return with(info, "image/svg+xml", diagrams.draw(caller, on));
        }
        ProcessSheet sheet = sheets.of(caller, on);
        Words words = new Words(caller.locale(), zone);
        return switch (info.format) {
            case TABLE -> table(info, new SheetTable(words, columns(columns, caller.locale())), sheet);
            case XML -> with(info, "application/xml", new SheetXml(words).write(sheet));
            case HTML -> with(info, "text/html", new SheetHtml(words).write(sheet));
            default -> with(info, "application/json", Json.writeBean(sheet));
        };
    }

    private static ProcessInfo table(ProcessInfo info, SheetTable table, ProcessSheet sheet) {
        info.columns.addAll(table.headings());
        info.rows.addAll(table.rows(sheet));
        return with(info, "text/csv", table.csv(info.columns, info.rows));
    }

    private static ProcessInfo with(ProcessInfo info, String mediaType, String content) {
        info.mediaType = mediaType;
        info.content = content;
        return info;
    }

    private static Caller in(String language, Caller caller) {
        Inputs.require(language == null || language.matches("(zh|en)([-_].*)?"), caller.locale(), "LANGUAGE");
        return language == null ? caller
                : caller.reading(Locale.forLanguageTag(language.substring(0, 2)));
    }

    private static List<SheetTable.Column> columns(String names, Locale locale) {
        if (names == null || names.isBlank()) {
            return List.of(SheetTable.Column.values());
        }
        return Arrays.stream(names.split(",")).map(n -> column(n.strip(), locale)).toList();
    }

    private static SheetTable.Column column(String name, Locale locale) {
        List<SheetTable.Column> found = Arrays.stream(SheetTable.Column.values()).filter(c -> c.key().equals(name)).toList();
        Inputs.require(!found.isEmpty(), locale, "COLUMN", name, SheetTable.Column.keys());
        return found.get(0);
    }
}
