package wf.micro.fuzz;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;

/**
 * What arguments of a name may well be: without it hardly a request would get beyond the door. Ids come from what the test has
 * made in the product, of which some is running, some closed and some another tenant's; others name nothing at all.
 */
final class Stock {
    private static final List<String> PEOPLE = List.of("zhao", "li", "wang", "sun", "qian", "admin");
    private static final List<String> MOMENTS = List.of("2026-10-01T08:00:00Z", "2030-01-01T00:00:00+08:00", "2026-10-03T08:00:00Z");
    private static final Map<String, List<String>> WORDS = new HashMap<>();

    static {
        for (String name : List.of("users", "user", "person", "personId", "starter", "actor", "deputy", "principal", "onBehalfOf")) {
            WORDS.put(name, PEOPLE);
        }
        words("from", "2026-10-01T08:00:00Z", "2026-10-01T08:00:00Z", "2026-10-01T08:00:00Z", "li", "draft", "09:00");
        words("to", "2026-10-02T08:00:00Z", "2026-10-02T08:00:00Z", "2026-10-02T08:00:00Z", "wang", "review", "user:li", "18:00");
        words("loginName", "sun", "nobody");
        words("password", "wf-demo-1", "wf-demo-1", "x");
        words("oldPassword", "wf-demo-2", "x");
        words("newPassword", "another long pass phrase 9", "x");
        words("nodeId", "draft", "review", "sign", "start");
        words("nextNodeId", "review", "sign");
        words("routes", "review");
        words("flowId", "draft_review");
        words("holder", "user:li", "group:audit", "dept:rd", "post:clerk");
        words("persons", "user:li", "dept:rd");
        words("people", "user:li", "group:audit", "${manager}");
        words("identityCode", "READER", "MAIN", "LEGAL");
        words("role", "WATCHER", "CLERK");
        words("rights", "MONITOR", "AUDIT", " ");
        words("operations", "transfer", "urge", "getInstance");
        words("operation", "start", "start", "submit", "transfer");
        words("outcome", "DONE", "FORBIDDEN");
        words("service", "ENGINE_MONITOR", "ENGINE");
        words("account", "robot");
        words("scriptName", "rule");
        words("script", "rule");
        words("scheduleName", "nightly");
        words("owner", "tenant", "dept:rd", "user:li");
        words("date", "2026-10-01", "2026-02-28");
        words("until", "2026-10-03", "2030-01-01T00:00:00Z");
        words("span", "d1", "h4", "m30");
        words("delay", "d2", "h1");
        words("zone", "Asia/Shanghai", "UTC");
        words("holidays", "CN-2026");
        words("times", "2999-01-01T00:00:00Z", "17:00");
        words("quorum", "60%", "2");
        words("path", "house", "house/paper");
        words("category", "house", "house/paper");
        words("parent", "house", "");
        words("key", "copied", "k-1");
        words("asKey", "copied");
        words("template", "ours");
        words("channels", "INBOX", "MAIL");
        words("channel", "INBOX", "MAIL", "*");
        words("kinds", "MAIN", "SIGN");
        words("side", "GIVEN", "TAKEN");
        words("field", "days>=1", "days=3");
        words("columns", "node,person", "node");
        words("locale", "zh", "en");
        words("target", "/", "/workitems/1");
        words("contentType", "text/plain", "application/pdf");
        words("resultStatus", "done");
        words("department", "rd", "finance");
        words("within", "rd");
        words("code", "x");
        words("quietFrom", "22:00");
        words("quietTo", "07:00");
        words("digestAt", "08:00");
        words("source", "x = 1");
        words("level", "1");
    }

    private final Map<String, List<String>> made = new LinkedHashMap<>();

    private static void words(String name, String... values) {
        WORDS.put(name, List.of(values));
    }

    /** Something that was made in the product, to be named by this argument; the newest is asked for most often. */
    void add(String name, Object value) {
        made.computeIfAbsent(name, n -> new CopyOnWriteArrayList<>()).add(String.valueOf(value));
    }

    /** Something that is likely to be there, or null where arguments of this name may be anything. */
    String draw(String argument, Random random) {
        List<String> ids = made.get(plain(argument));
        if (ids != null && random.nextInt(10) > 0) {
            int last = ids.size();
            return ids.get(random.nextInt(3) > 0 ? last - 1 - random.nextInt(Math.min(6, last)) : random.nextInt(last));
        }
        List<String> words = WORDS.get(argument);
        return words == null ? null : words.get(random.nextInt(words.size()));
    }

    String moment(Random random) {
        return MOMENTS.get(random.nextInt(MOMENTS.size()));
    }

    private static String plain(String argument) {
        return switch (argument) {
            case "workItemIds", "accept", "reject" -> "workItemId";
            case "otherDefinitionId", "toDefinitionId" -> "definitionId";
            case "copyOf", "instanceIds" -> "instanceId";
            case "ids" -> "noticeId";
            default -> argument;
        };
    }

    /** Names of which something was made. */
    Set<String> known() {
        return new LinkedHashSet<>(made.keySet());
    }
}
