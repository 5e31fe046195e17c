package wf.query;

import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import wf.contract.ErrorCode;
import wf.refusal.Messages;
import wf.refusal.Refused;

/**
 * Business query fields (§11.2a): what a model declares to be looked for by stands in a table of its own, a text, a number or a
 * moment each. What is wanted is written as {@code amount>=1000}, and never becomes part of a statement's text.
 */
final class QueryFields {

    /** A name, how it compares, and a value. */
    private static final Pattern WANTED = Pattern.compile("([A-Za-z][A-Za-z0-9_]{0,99})(>=|<=|=)([^\\x00]*)", Pattern.DOTALL);
    /** What the column holds. */
    private static final BigDecimal MOST = new BigDecimal("1e20");
    /** A number of few letters may have more digits than a memory holds. */
    private static final int MOST_DIGITS = 100;

    /** Each is a subquery: thousands of them would keep the database busy for a good while. */
    private static final int MOST_FIELDS = 20;

    private QueryFields() { }

    static void check(List<String> fields, Locale locale) {
        if (fields.size() > MOST_FIELDS) {
            throw Refused.because(ErrorCode.INVALID_INPUT, Messages.text(locale, "reject.QUERY_FIELDS", MOST_FIELDS));
        }
        fields.stream().filter(f -> !WANTED.matcher(f).matches()).findFirst().ifPresent(f -> {
            throw Refused.because(ErrorCode.INVALID_INPUT, Messages.text(locale, "reject.QUERY_FIELD", f));
        });
    }

    /** @param instance the column that names the instance */
    static void matching(String tenant, String instance, List<String> fields, Conditions conditions) {
        for (String field : fields) {
            Matcher wanted = WANTED.matcher(field);
            if (wanted.matches()) {
                matching(tenant, instance, wanted.group(1), wanted.group(2), wanted.group(3), conditions);
            }
        }
    }

    private static void matching(String tenant, String instance, String name, String compares, String value, Conditions conditions) {
        List<Object> values = new ArrayList<>(List.of(tenant, name, value));
        StringBuilder kinds = new StringBuilder("q.text_value " + compares + " ?");
        BigDecimal number = number(value);
        Instant moment = moment(value);
        if (number != null) {
            kinds.append(" or q.number_value ").append(compares).append(" ?");
            values.add(number);
        }
        if (moment != null) {
            kinds.append(" or q.time_value ").append(compares).append(" ?");
            values.add(moment);
        }
        conditions.and("exists (select 1 from wf_query_field q where q.tenant = ? and q.instance_id = " + instance + " and q.name = ? and ("
                + kinds + "))", values.toArray());
    }

    private static BigDecimal number(String value) {
        try {
            BigDecimal number = value.length() > 40 ? null : new BigDecimal(value.strip());
            return number == null || Math.abs((long) number.scale()) > MOST_DIGITS || number.abs().compareTo(MOST) >= 0 ? null : number;
        } catch (NumberFormatException e) {
            return null;
        }
    }

    /** A day is its beginning in Greenwich, as it is stored. */
    private static Instant moment(String value) {
        try {
            return value.length() == 10 ? LocalDate.parse(value).atStartOfDay(ZoneOffset.UTC).toInstant() : OffsetDateTime.parse(value).toInstant();
        } catch (DateTimeException e) {
            return null;
        }
    }
}
