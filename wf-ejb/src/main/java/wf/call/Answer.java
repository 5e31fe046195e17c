package wf.call;

import java.util.List;
import java.util.Map;
import org.w3c.dom.Document;

/**
 * What a called system answered.
 *
 * @param status of HTTP; 200 where another protocol is spoken and all went well
 * @param body text, or what JSON gives: lists, maps and values; null when there is none
 * @param xml the same as XML, where it is; or null
 * @param fault what a SOAP fault says; or null
 * @param told what happened, for people
 */
record Answer(int status, Object body, Document xml, Fault fault, String told) {

    /** @param names what it may be called in a model, the most exact first */
    record Fault(List<String> names, String text, boolean ofServer) { }

    static Answer of(Object body) {
        return new Answer(200, body, null, null, "");
    }

    boolean isGood() {
        return status >= 200 && status < 300 && fault == null;
    }

    boolean isRetryable() {
        return fault != null ? fault.ofServer() : status == 408 || status == 425 || status == 429 || status >= 500 && status != 501;
    }

    /** The part of the answer at a path, null where there is none: an XPath in XML, else a JSON pointer (RFC 6901). */
    Object at(String path) throws CallFailed {
        if (xml != null) {
            return Xml.at(xml, path);
        } else if (body instanceof String) {
            throw CallFailed.forGood("the answer is neither JSON nor XML, so that it has no part " + path);
        }
        Object at = body;
        for (String step : path.isEmpty() ? List.<String>of() : List.of(path.substring(1).split("/", -1))) {
            at = inside(at, step.replace("~1", "/").replace("~0", "~"));
        }
        return at;
    }

    private static Object inside(Object at, String step) {
        if (at instanceof List<?> list) {
            return step.matches("[0-9]{1,9}") && Integer.parseInt(step) < list.size() ? list.get(Integer.parseInt(step)) : null;
        }
        return at instanceof Map<?, ?> map ? map.get(step) : null;
    }
}
