package wf.query;

import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Base64;
import java.util.Locale;
import wf.contract.ErrorCode;
import wf.refusal.Messages;
import wf.refusal.Refused;

/**
 * Where the next page of a list begins: after the row with this time and id. Lists are read by their keys, so that the
 * thousandth page costs what the first one costs and rows that come meanwhile shift nothing.
 */
record Cursor(Instant at, long id) {

    /** Before every row: lists run from new to old. */
    private static final Cursor START = new Cursor(Instant.parse("9999-12-31T00:00:00Z"), Long.MAX_VALUE);

    String text() {
        String plain = ChronoUnit.MICROS.between(Instant.EPOCH, at) + ":" + id;
        return Base64.getUrlEncoder().withoutPadding().encodeToString(plain.getBytes(StandardCharsets.US_ASCII));
    }

    static Cursor read(String text, Locale locale) {
        if (text == null) {
            return START;
        }
        try {
            String[] parts = new String(Base64.getUrlDecoder().decode(text), StandardCharsets.US_ASCII).split(":");
            return within(new Cursor(Instant.EPOCH.plus(Long.parseLong(parts[0]), ChronoUnit.MICROS), Long.parseLong(parts[1])));
        } catch (IllegalArgumentException | ArrayIndexOutOfBoundsException | ArithmeticException
                | DateTimeException e) {
            throw Refused.because(ErrorCode.INVALID_INPUT, Messages.text(locale, "reject.CURSOR"));
        }
    }

    /** Databases end their calendars at different years. */
    private static Cursor within(Cursor cursor) {
        if (cursor.at.isBefore(Instant.EPOCH) || cursor.at.isAfter(START.at)) {
            throw new IllegalArgumentException("no time of a row");
        }
        return cursor;
    }

    static int limit(Integer asked, Locale locale) {
        if (asked != null && (asked < 1 || asked > 200)) {
            throw Refused.because(ErrorCode.INVALID_INPUT, Messages.text(locale, "reject.LIMIT"));
        }
        return asked == null ? 20 : asked;
    }
}
