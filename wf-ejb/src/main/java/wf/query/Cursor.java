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
 * Where the next page of a list begins: after the row with this time, or other key, and id. Lists are read by their keys, so that the
 * thousandth page costs what the first one costs and rows that come meanwhile shift nothing.
 */
record Cursor(long key, long id) {

    private static final Instant LAST = Instant.parse("9999-12-31T00:00:00Z");

    /** Before every row: lists run from new to old. */
    private static final Cursor START = new Cursor(LAST, Long.MAX_VALUE);

    Cursor(Instant at, long id) {
        this(micros(at), id);
    }

    /** Not by {@code MICROS.between}, which counts nanoseconds and does not come as far as the end of all days. */
    private static long micros(Instant at) {
        return at.getEpochSecond() * 1_000_000 + at.getNano() / 1_000;
    }

    /** The key of a list that goes by time. */
    Instant at() {
        return Instant.EPOCH.plus(key, ChronoUnit.MICROS);
    }

    /** The key of a list that goes by a number. */
    int number() {
        return (int) key;
    }

    String text() {
        String plain = key + ":" + id;
        return Base64.getUrlEncoder().withoutPadding().encodeToString(plain.getBytes(StandardCharsets.US_ASCII));
    }

    static Cursor read(String text, Locale locale) {
        return text == null ? START : readOrNull(text, locale);
    }

    /** Null for the first page. */
    static Cursor readOrNull(String text, Locale locale) {
        if (text == null) {
            return null;
        }
        try {
            String[] parts = new String(Base64.getUrlDecoder().decode(text), StandardCharsets.US_ASCII).split(":");
            return within(new Cursor(Long.parseLong(parts[0]), Long.parseLong(parts[1])));
        } catch (IllegalArgumentException | ArrayIndexOutOfBoundsException | ArithmeticException
                | DateTimeException e) {
            throw Refused.because(ErrorCode.INVALID_INPUT, Messages.text(locale, "reject.CURSOR"));
        }
    }

    /** Databases end their calendars at different years; numbers below zero are priorities. */
    private static Cursor within(Cursor cursor) {
        if (cursor.key < Integer.MIN_VALUE || cursor.key > START.key) {
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
