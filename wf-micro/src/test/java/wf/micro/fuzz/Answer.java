package wf.micro.fuzz;

import java.util.Map;

/**
 * What came back.
 *
 * @param status 0 where nothing came
 * @param headers by their names in small letters
 * @param begun when the request left, in milliseconds since 1970
 */
record Answer(int status, Map<String, String> headers, String body, long begun, long millis) {
    String header(String name) {
        return headers.getOrDefault(name, "");
    }

    boolean isDone() {
        return status / 100 == 2 || status == 303;
    }

    @Override
    public String toString() {
        return status + " " + header("content-type") + " after " + millis + " ms: " + (body.length() > 600 ? body.substring(0, 600) + "…" : body);
    }
}
