package wf.conformance;

import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Words that the scripts of the corpus use, as scripts of the product. A trace is a variable to which each word is
 * added; a mark outside the instance is a variable that the test looks for in every instance.
 */
public final class BetsyModel {

    /**
     * Traces that no engine can leave by the rules of the corpus itself, with what BPMN gives instead. The first wants the
     * word SCRIPT_task3, which no script of its model holds: by clause 13.3.5 both activities of the ad-hoc sub-process run
     * once and the task behind it once. The second leaves out the mark of a script on the only way to the escalation that
     * it is about (clause 13.5.4).
     */
    public static final Map<String, List<String>> EXCEPTED = Map.of(
            "AdHocSubProcess_Parallel", List.of("SCRIPT_task1", "SCRIPT_task1", "SCRIPT_task2"),
            "Escalation_EndEvent_TopLevel", List.of("MARKER_exists", "SCRIPT_task1"));

    private static final Pattern SCRIPT = Pattern.compile("<bpmn2:scriptTask ([^>]*)>(.*?)<bpmn2:script>(.*?)</bpmn2:script>", Pattern.DOTALL);
    private static final Pattern DATA = Pattern.compile("<bpmn2:(?:property|dataObject) id=\"([^\"]+)\"");
    private static final String WAITING = " xmlns:wf=\"urn:wf:bpmn:1.0\" wf:delay=\"PT10S\"";

    private BetsyModel() { }

    public static String translated(String xml) {
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
    public static Map<String, Object> noTrace() {
        return Map.of("trace", "");
    }
}
