package wf.report;

import java.util.LinkedHashSet;
import java.util.Set;
import wf.contract.FormField;
import wf.contract.InstanceInfo;
import wf.contract.ProcessSheet;
import wf.contract.ProcessStep;
import wf.contract.WorkItemInfo;

/**
 * The approval sheet 审批单 as one page: no scripts, nothing fetched from anywhere, and all that people typed is text. It
 * prints on A4, with lines on which those who decided may sign.
 */
record SheetHtml(Words words) {

    private static final String STYLE = """
            body{font:14px/1.6 "Noto Sans CJK SC","Microsoft YaHei",sans-serif;color:#111;max-width:180mm;margin:8mm auto;padding:0 4mm}
            h1{font-size:22px;text-align:center;margin:0 0 6mm}
            h2{font-size:16px;margin:8mm 0 2mm}
            table{width:100%;border-collapse:collapse}
            th,td{border:1px solid #555;padding:2mm 3mm;text-align:left;vertical-align:top;overflow-wrap:anywhere}
            th{background:#f0f2f5;font-weight:600}
            .head th,.form th{width:22%}
            .text{white-space:pre-wrap}
            .waiting td{color:#666;font-style:italic}
            .sign{display:flex;align-items:flex-end;gap:4mm;margin-top:7mm;break-inside:avoid}
            .sign span:first-child{min-width:45mm}
            .line{flex:1;border-bottom:1px solid #111;height:1.4em}
            .date{flex:0 0 35mm}
            @page{size:A4;margin:16mm}
            @media print{body{margin:0;max-width:none;padding:0}thead{display:table-header-group}tr{break-inside:avoid}
            th{-webkit-print-color-adjust:exact;print-color-adjust:exact}}
            """;

    String write(ProcessSheet sheet) {
        String heading = heading(sheet.instance.definitionName);
        StringBuilder html = new StringBuilder("<!DOCTYPE html>\n<html lang=\"").append(words.locale().getLanguage())
                .append("\">\n<head>\n<meta charset=\"utf-8\">\n<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n<title>")
                .append(Markup.escape(heading)).append(" – ").append(Markup.escape(sheet.instance.title))
                .append("</title>\n<style>\n").append(STYLE).append("</style>\n</head>\n<body>\n<h1>")
                .append(Markup.escape(heading)).append("</h1>\n");
        head(html, sheet.instance);
        form(html, sheet);
        steps(html, sheet);
        signatures(html, sheet);
        return html.append("</body>\n</html>\n").toString();
    }

    /** What is called an approval already is not called so twice. */
    private String heading(String name) {
        String title = words.text("title");
        return !words.locale().getLanguage().equals("zh") ? name + " – " + title
                : name.endsWith("审批单") ? name : name.endsWith("审批") ? name + "单" : name + title;
    }

    private void head(StringBuilder html, InstanceInfo instance) {
        html.append("<table class=\"head\">\n");
        pair(html, words.text("name"), instance.title);
        pair(html, words.text("number"), instance.businessKey == null ? Long.toString(instance.id) : instance.businessKey + " (" + instance.id + ")");
        pair(html, words.text("starter"), words.name(instance.starter));
        pair(html, words.text("startedAt"), words.time(instance.startedAt));
        pair(html, words.text("state"), words.text("state." + instance.state) + (instance.endedAt == null ? "" : " " + words.time(instance.endedAt)));
        html.append("</table>\n");
    }

    private void form(StringBuilder html, ProcessSheet sheet) {
        if (!sheet.fields.isEmpty()) {
            html.append("<h2>").append(Markup.escape(words.text("form"))).append("</h2>\n<table class=\"form\">\n");
            for (FormField field : sheet.fields) {
                pair(html, field.label, words.value(field));
            }
            html.append("</table>\n");
        }
    }

    private static void pair(StringBuilder html, String label, String value) {
        html.append("<tr><th scope=\"row\">").append(Markup.escape(label)).append("</th><td class=\"text\">").append(Markup.escape(value))
                .append("</td></tr>\n");
    }

    private void steps(StringBuilder html, ProcessSheet sheet) {
        html.append("<h2>").append(Markup.escape(words.text("steps"))).append("</h2>\n<table class=\"steps\">\n<thead><tr>");
        for (SheetTable.Column column : SheetTable.Column.values()) {
            html.append("<th scope=\"col\">").append(Markup.escape(words.text(column.key()))).append("</th>");
        }
        html.append("</tr></thead>\n<tbody>\n");
        for (ProcessStep step : sheet.steps) {
            html.append("<tr>");
            for (SheetTable.Column column : SheetTable.Column.values()) {
                html.append("<td class=\"text\">").append(Markup.escape(column.of(step, words))).append("</td>");
            }
            html.append("</tr>\n");
        }
        sheet.openItems.forEach(i -> waiting(html, i));
        html.append("</tbody>\n</table>\n");
    }

    private void waiting(StringBuilder html, WorkItemInfo item) {
        html.append("<tr class=\"waiting\"><td>").append(Markup.escape(item.nodeName)).append("</td><td>")
                .append(Markup.escape(words.waitsFor(item))).append("</td><td>").append(Markup.escape(words.text("waiting")))
                .append("</td><td></td><td></td><td></td></tr>\n");
    }

    /** A line for each person at each node, however often he was there. */
    private void signatures(StringBuilder html, ProcessSheet sheet) {
        Set<String> lines = new LinkedHashSet<>();
        sheet.steps.stream().filter(s -> s.nodeName != null).forEach(s -> lines.add(s.nodeName + " · " + words.person(s)));
        sheet.openItems.forEach(i -> lines.add(i.nodeName + " · " + words.waitsFor(i)));
        if (!lines.isEmpty()) {
            html.append("<h2>").append(Markup.escape(words.text("signatures"))).append("</h2>\n");
            lines.forEach(l -> html.append("<div class=\"sign\"><span>").append(Markup.escape(l)).append("</span><span class=\"line\"></span><span>")
                    .append(Markup.escape(words.text("date"))).append("</span><span class=\"line date\"></span></div>\n"));
        }
    }
}
