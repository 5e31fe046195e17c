package wf.micro.fuzz;

import java.util.List;
import java.util.Random;

/** Texts that have broken something somewhere. */
final class Nasty {
    private static final List<String> TEXTS = List.of("", " ", "\t\r\n", "\u0000", "a\u0000b", "\u0001\u0002\u001f\u007f", "\ud800", "a\udc00b", "\ufffe\uffff", "\ufeffx",
            "\u202eabc\u202c", "\u200b", "e\u0301\u0301\u0301\u0301", "\ud83d\udca9", "\ud840\udc00\ud869\uded6", "\udbff\udfff", "\u0130\u0131\u017f\u212a", "流程", "ﷺ",
            "NaN", "Infinity", "-Infinity", "-1", "0", "-0", "1e400", "1e-400", "0x10", "٣", "1_000", "9223372036854775807", "9223372036854775808", "-9223372036854775809",
            "99999999999999999999999999999999999999", "2147483648", "1.5", "true", "null", "undefined", "[]", "{}",
            "' or '1'='1", "'; drop table wf_instance; --", "\" or \"\"=\"", "1) union select password_hash from wf_credential --", "%", "_", "\\", "%' escape '!", "!%",
            "*)(uid=*))(|(uid=*", "admin)(&)", "' or count(//*)>0 or '", "${7*7}", "#{7*7}", "${jndi:ldap://127.0.0.1:1/a}", "{{7*7}}", "<%=7*7%>",
            "''.getClass().forName('java.lang.Runtime')", "while(true){}", "new('java.lang.ProcessBuilder','id').start()", "x = x + x", "%s%s%s%n%n", "%1$*2$d", "{0}", "{", "'{",
            "../../../../etc/passwd", "..\\..\\x", "file:///etc/passwd", "http://127.0.0.1:1/", "//evil.example/", "javascript:alert(1)", "<script>alert(1)</script>", "\"><img src=x>",
            "]]>", "<!--", "&lt;", "&#0;", "<![CDATA[", "a,b,,c", ",", ";", ":", "user:", "user:user:li", "dept:", "a/b//c", "/", "//", "a=b&c=d",
            "2026-02-30", "2026-13-01", "0000-00-00", "-999999999-01-01", "+999999999-12-31", "2026-10-01", "24:00", "23:59:60", "2026-10-01T25:00:00Z", "2026-10-01T08:00:00+99:00",
            "-999999999-01-01T00:00:00+18:00", "+999999999-12-31T23:59:59-18:00", "9999-12-31T23:59:59Z", "0001-01-01T00:00:00Z", "292278994-08-17T07:12:55.808Z", "1969-12-31T23:59:59.999999999Z",
            "P1D", "-P1D", "P99999999999Y", "PT9999999999999S", "d0", "d-1", "d99999999999", "m9999999999", "h2147483647", "R/PT0S", "R/PT1S", "0 0 0 0 0", "* * * * * *", "0 0 31 2 *", "L",
            "101%", "-1%", "0%", "60 %", "99999999999%", "Mars/Phobos", "UTC+99", "zh-Hant-u-co-stroke-x-lvariant", "!!", "eyJhIjoxfQ==", "AAAA", "====", "%00", "%zz", "\u2028\u2029");

    private Nasty() { }

    static String text(Random random) {
        return switch (random.nextInt(12)) {
            case 0 -> "x".repeat(1 + random.nextInt(20_000));
            case 1 -> "界".repeat(1 + random.nextInt(5_000));
            case 2 -> ofAllPlanes(random);
            case 3 -> new String(Character.toChars(random.nextInt(0x110000)));
            case 4 -> "x".repeat(List.of(63, 64, 65, 100, 101, 255, 256, 300, 301, 1000, 1001, 4000, 4001).get(random.nextInt(13)));
            default -> TEXTS.get(random.nextInt(TEXTS.size()));
        };
    }

    /** One letter of each of the seventeen planes, and some of no plane at all. */
    private static String ofAllPlanes(Random random) {
        StringBuilder text = new StringBuilder();
        for (int plane = 0; plane < 17; plane++) {
            text.appendCodePoint((plane << 16) + random.nextInt(0x10000));
        }
        return text.toString();
    }

    /** A number as it stands in a text of JSON or XML. */
    static String number(Random random) {
        List<String> numbers = List.of("0", "-0", "-1", "1.5", "1e1", "1E400", "-1e400", "1e-400", "2147483647", "2147483648", "-2147483649", "9223372036854775807", "9223372036854775808",
                "-9223372036854775808", "-9223372036854775809", "99999999999999999999999999999999999999999", "9".repeat(900), "9".repeat(1500), "1e999999999", "0.1", "1.0", "123456789012345678.9");
        return numbers.get(random.nextInt(numbers.size()));
    }
}
