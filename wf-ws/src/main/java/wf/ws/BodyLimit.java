package wf.ws;

import java.io.IOException;
import java.util.Locale;
import wf.contract.ErrorCode;
import wf.face.Refusals;

/**
 * How much a client may send. A file of 10 MB, the largest that an operation takes, is 14 MB in base64; whoever is not
 * signed on yet sends no more than a name and a password: of a SOAP message whose header is to say who sends it, only that is read
 * before. Compressed requests are refused, since a small one can
 * unpack to any size.
 */
final class BodyLimit {
    static final long SIGNED_ON = 15L * 1024 * 1024;
    static final long OPEN = 64L * 1024;

    private BodyLimit() { }

    static long of(Exchange exchange) {
        return exchange.isSoap() && exchange.caller().isEmpty() ? OPEN : announced(exchange);
    }

    private static long announced(Exchange exchange) {
        return exchange.path().equals(Faces.REST + SessionResource.LOGIN) ? OPEN : SIGNED_ON;
    }

    static void check(Exchange exchange) {
        String encoding = exchange.request().getHeader("Content-Encoding");
        if (encoding != null && !encoding.toLowerCase(Locale.ROOT).equals("identity")) {
            throw Refusals.invalidInput(exchange.locale(), "body.encoding");
        }
        if (exchange.request().getContentLengthLong() > announced(exchange)) {
            throw Refusals.refused(ErrorCode.TOO_LARGE, exchange.locale(), "body.tooLarge", announced(exchange) / 1024);
        }
    }

    /** More was read than may be sent. */
    static final class Exceeded extends IOException {
        private static final long serialVersionUID = 1L;
        final transient long limit;

        Exceeded(long limit) {
            super("more than " + limit + " bytes were sent");
            this.limit = limit;
        }
    }
}
