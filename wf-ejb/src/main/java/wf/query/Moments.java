package wf.query;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Locale;
import wf.contract.ErrorCode;
import wf.refusal.Messages;
import wf.refusal.Refused;

/** Moments between which something is looked for: with their zone, since a day in Greenwich is none in Beijing. */
public final class Moments {

    private static final Instant LAST = Instant.parse("9999-12-31T00:00:00Z");

    private Moments() { }

    /** @return null for none */
    public static Instant read(String name, String text, Locale locale) {
        try {
            Instant moment = text == null ? null : OffsetDateTime.parse(text).toInstant();
            if (moment != null && (moment.isBefore(Instant.EPOCH) || moment.isAfter(LAST))) {
                throw new DateTimeException("no time of a row");
            }
            return moment;
        } catch (DateTimeException e) {
            throw Refused.because(ErrorCode.INVALID_INPUT, Messages.text(locale, "reject.MOMENT", name));
        }
    }
}
