package wf.face;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.deser.std.StdScalarDeserializer;
import java.io.IOException;
import java.time.DateTimeException;
import java.time.OffsetDateTime;
import java.time.chrono.IsoChronology;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.time.format.ResolverStyle;
import java.util.Date;
import java.util.Locale;

/**
 * Reads instants with their zone, and nothing else: a day, or a time without a zone, would be taken for one in Greenwich,
 * which is eight hours off in Beijing.
 */
final class Moments extends StdScalarDeserializer<Date> {
    private static final long serialVersionUID = 1L;
    private static final DateTimeFormatter FORMAT = new DateTimeFormatterBuilder().append(DateTimeFormatter.ISO_LOCAL_DATE_TIME)
            .appendPattern("[XXX][XX]").toFormatter(Locale.ROOT)
            .withChronology(IsoChronology.INSTANCE).withResolverStyle(ResolverStyle.STRICT);

    Moments() {
        super(Date.class);
    }

    @Override
    public Date deserialize(JsonParser parser, DeserializationContext context) throws IOException {
        if (!parser.hasToken(JsonToken.VALUE_STRING)) {
            return (Date) context.handleUnexpectedToken(Date.class, parser);
        }
        try {
            return Date.from(OffsetDateTime.parse(parser.getText(), FORMAT).toInstant());
        } catch (DateTimeException | IllegalArgumentException e) {
            return (Date) context.handleWeirdStringValue(Date.class, parser.getText(), "no instant with its zone");
        }
    }
}
