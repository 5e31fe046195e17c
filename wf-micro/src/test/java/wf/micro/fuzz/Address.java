package wf.micro.fuzz;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Random;

/** What can be wrong with the address of a request. */
final class Address {
    private static final List<String> SEGMENTS = List.of("%", "%zz", "%0", "%00", "a%00b", "%c0%af", "%ff%fe", "%ed%a0%80", "%2e%2e", "..%2f..%2fetc", "%2f", "%5c", "%3b", ";x=y", "1;jsessionid=2", "%25", "%0d%0aX:%20y",
            "%E6%B5%81%E7%A8%8B", "+", "%20", "-1", "01", "0", "9223372036854775808", "1.0", "1e3", "a".repeat(2000), "{id}", "*", "~", "null", "NaN", "%F0%9F%92%A9", "%ef%bf%bf");
    private static final List<String> QUERIES = List.of("%", "%zz=1", "x=%", "x=%zz", "=", "==", "&&&", "?", "a[]=1", "limit=1&limit=2", "limit=0", "limit=-1", "limit=201", "limit=2147483648", "limit=", "limit=%31", "preview=true&preview=false",
            "preview", "preview=TRUE", "cursor=x", "cursor=eyJhIjoxfQ", "cursor=%00", "cursor=AAAAAAAAAAAAAAAA", "unknown=1", "wsdl", "xsd=1", "wsdl=../x", "xsd=http://127.0.0.1:1/x.xsd", "xsd=file:///etc/passwd", "_wadl", "_type=xml", "_method=DELETE", "_ctype=xml",
            "x=" + "y".repeat(4000), "a=1;b=2", "from=%F0%9F%92%A9", "%00=1", "locale=x", "opId=x%20y", "name=a%00b", "name=" + "n".repeat(1000), "workItemId=x", "field=", "field=a", "field=%3D", "field=a%3Db%3Dc", "field=days%3E%3Dx");

    private Address() { }

    static String encoded(String value) {
        // Half of a pair of surrogates has no bytes: URLEncoder writes a question mark.
        return URLEncoder.encode(value, StandardCharsets.UTF_8).replace("+", "%20");
    }

    static String spoiled(String target, Random random) {
        int question = target.indexOf('?');
        String path = question < 0 ? target : target.substring(0, question);
        String query = question < 0 ? "" : target.substring(question);
        if (random.nextBoolean()) {
            String more = QUERIES.get(random.nextInt(QUERIES.size()));
            return path + (query.isEmpty() ? "?" : query + "&") + more;
        }
        int slash = path.lastIndexOf('/');
        String odd = SEGMENTS.get(random.nextInt(SEGMENTS.size()));
        return switch (random.nextInt(4)) {
            case 0 -> path + "/" + odd + query;
            case 1 -> path.substring(0, slash) + "//" + path.substring(slash + 1) + query;
            case 2 -> path + odd + query;
            default -> path.substring(0, slash + 1) + odd + query;
        };
    }
}
