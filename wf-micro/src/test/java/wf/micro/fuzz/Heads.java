package wf.micro.fuzz;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Random;

/** The headers of a request: who sends it, and what no client in its right mind would say. */
final class Heads {
    private static final String PASSWORD = System.getProperty("wf.sample.password", "wf-demo-1");

    /** Whoever is nobody is not signed on. Nobody tries a wrong password: of those a few keep the person out for a while, as they should. */
    static final String NOBODY = "nobody";

    private static final List<String[]> STRANGE = List.of(
            new String[] {"Accept", "*/*;q=0"}, new String[] {"Accept", "text/html"}, new String[] {"Accept", "application/xml"}, new String[] {"Accept", "x"}, new String[] {"Accept", "application/json;q=9"},
            new String[] {"Accept", "a/b,".repeat(500)}, new String[] {"Accept-Language", "zh-CN,zh;q=0.9"}, new String[] {"Accept-Language", "xx-!!"}, new String[] {"Accept-Language", "*"},
            new String[] {"Accept-Language", "de-".repeat(300)}, new String[] {"Accept-Charset", "utf-7"}, new String[] {"Accept-Encoding", "gzip"}, new String[] {"Accept-Encoding", "gzip;q=x"},
            new String[] {"Content-Encoding", "gzip"}, new String[] {"Content-Encoding", "br, gzip"}, new String[] {"Content-Encoding", "identity"},
            new String[] {"Idempotency-Key", ""}, new String[] {"Idempotency-Key", "two words"}, new String[] {"Idempotency-Key", "k".repeat(65)}, new String[] {"Idempotency-Key", "界"},
            new String[] {"Idempotency-Key", "\"quoted\""}, new String[] {"Idempotency-Key", "same"}, new String[] {"If-Match", "*"}, new String[] {"If-Match", "\"1\""}, new String[] {"If-Match", "W/\"1\""},
            new String[] {"If-Match", "99999999999999999999"}, new String[] {"If-Match", "\"\""}, new String[] {"If-None-Match", "*"}, new String[] {"If-Modified-Since", "never"},
            new String[] {"Range", "bytes=0-1,5-"}, new String[] {"Expect", "200-maybe"}, new String[] {"X-HTTP-Method-Override", "DELETE"}, new String[] {"X-Forwarded-For", "1.2.3.4, ::1, x"},
            new String[] {"X-Forwarded-Host", "evil.example"}, new String[] {"X-WF-Person", "admin"}, new String[] {"X-WF-Person", "%zz"}, new String[] {"X-WF-Person", "%00"}, new String[] {"Origin", "http://evil.example"},
            new String[] {"Sec-Fetch-Site", "cross-site"}, new String[] {"Sec-Fetch-Mode", "cors"}, new String[] {"Cookie", "WFSESSION=x; WFSESSION=y"}, new String[] {"Cookie", "=;=;;;$Version=1"},
            new String[] {"Cookie", "WFSESSION=" + "x".repeat(3000)}, new String[] {"Authorization", "Basic ====="}, new String[] {"Authorization", "Bearer x"}, new String[] {"Authorization", "Bearer wf_" + "a".repeat(60)},
            new String[] {"Authorization", "Basic"}, new String[] {"Authorization", "Digest username=\"admin\""}, new String[] {"Authorization", "Basic bm9ib2R5AAA6AA=="}, new String[] {"Authorization", "Negotiate YII="},
            new String[] {"Content-Type", "application/json;charset=utf-99"}, new String[] {"Content-Type", "x"}, new String[] {"Content-Type", ""}, new String[] {"Content-Type", "text/plain"},
            new String[] {"Content-Type", "multipart/form-data"}, new String[] {"Content-Type", "multipart/form-data; boundary=x"}, new String[] {"Content-Type", "application/x-www-form-urlencoded"},
            new String[] {"Content-Type", "application/json;charset=UTF-16"}, new String[] {"Content-Type", "application/json;charset=\"x"}, new String[] {"Content-Type", "application/xml"}, new String[] {"Content-Type", "a/b/c;;;="},
            new String[] {"Content-Type", "application/fastinfoset"}, new String[] {"Content-Type", "multipart/related; type=\"application/xop+xml\"; boundary=x; start=\"<a>\""}, new String[] {"Content-Type", "application/soap+xml;action=\"x"},
            new String[] {"Content-Type", "text/xml;charset=UTF-7"}, new String[] {"Content-Type", "*/*"}, new String[] {"Content-Type", "application/*"}, new String[] {"Content-Type", "image/png"},
            new String[] {"SOAPAction", "\"urn:nothing\""}, new String[] {"SOAPAction", "x"}, new String[] {"X-" + "a".repeat(200), "b".repeat(3000)}, new String[] {"X-Odd", "流程\u0001"}, new String[] {"Transfer-Encoding", "identity"});

    private Heads() { }

    static List<String> of(String person, String type) {
        List<String> headers = new ArrayList<>();
        if (!person.equals(NOBODY)) {
            headers.addAll(List.of("Authorization", "Basic " + Base64.getEncoder().encodeToString((person + ":" + PASSWORD).getBytes(StandardCharsets.UTF_8))));
        }
        headers.addAll(List.of("Accept-Language", "en"));
        if (type != null) {
            headers.addAll(List.of("Content-Type", type));
        }
        return headers;
    }

    /** One more, or one in the place of that of the same name; tells which. */
    static String spoil(List<String> headers, Random random) {
        String[] one = STRANGE.get(random.nextInt(STRANGE.size()));
        set(headers, one[0], one[1]);
        return "header " + one[0];
    }

    static void set(List<String> headers, String name, String value) {
        for (int i = 0; i < headers.size(); i += 2) {
            if (headers.get(i).equalsIgnoreCase(name)) {
                headers.set(i + 1, value);
                return;
            }
        }
        headers.add(name);
        headers.add(value);
    }
}
