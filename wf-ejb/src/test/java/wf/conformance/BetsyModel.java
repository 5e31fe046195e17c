package wf.conformance;

import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Words that the scripts of the corpus use, as scripts of the product. A trace is a variable to which each word is
 * added; a mark outside the instance is a variable that the test looks for in every instance.
 */
final class BetsyModel {

    private static final Pattern SCRIPT = Pattern.compile("<bpmn2:scriptTask ([^>]*)>(.*?)<bpmn2:script>(.*?)</bpmn2:script>", Pattern.DOTALL);
    private static final Pattern DATA = Pattern.compile("<bpmn2:(?:property|dataObject) id=\"([^\"]+)\"");
    private static final String WAITING = " xmlns:wf=\"urn:wf:bpmn:1.0\" wf:delay=\"PT10S\"";

    private BetsyModel() { }

    static String translated(String xml) {
        Matcher data = DATA.matcher(xml);
        String variable = data.find() ? data.group(1) : "data";
        return SCRIPT.matcher(xml).replaceAll(m -> Matcher.quoteReplacement("<bpmn2:scriptTask " + m.group(1) + (waits(m.group(3)) ? WAITING : "")
                + ">" + m.group(2) + "<bpmn2:script><![CDATA[" + script(m.group(3).strip(), variable) + "]]></bpmn2:script>"));
    }

    private static boolean waits(String word) {
        return word.strip().matches("WAIT_TEN_SECONDS|CREATE_TIMESTAMP_LOG_[12]");
    }

    private static String script(String word, String data) {
        return switch (word) {
            case "CREATE_LOG_FILE", "WAIT_TEN_SECONDS" -> "trace = trace;";
            case "CREATE_MARKER_FILE" -> "marker = true;";
            case "INCREMENT_INTEGER_VARIABLE" -> "integerVariable = integerVariable + 1;";
            case "INCREMENT_INTEGER_VARIABLE_AND_LOG" -> "integerVariable = integerVariable + 1; " + logged("INCREMENT_correct");
            case "SET_STRING_DATA" -> data + " = 'String';";
            case "LOG_DATA" -> "if (" + data + " == 'String') { " + logged("DATA_correct") + " }";
            case "THROW_ERROR" -> "throwError('ERR_CODE');";
            default -> logged(word);
        };
    }

    private static String logged(String word) {
        return "trace = trace + ' " + word + "';";
    }

    /** Variables with which every case begins. */
    static Map<String, Object> noTrace() {
        return Map.of("trace", "");
    }
}
