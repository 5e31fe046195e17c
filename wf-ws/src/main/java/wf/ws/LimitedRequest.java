package wf.ws;

import jakarta.servlet.ServletInputStream;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import jakarta.servlet.http.HttpServletResponse;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;

/**
 * A request whose body ends in an error as soon as more was read than {@link BodyLimit} allows. One without any body
 * passes for JSON, so that operations which need no more than their path can be called with nothing.
 */
final class LimitedRequest extends HttpServletRequestWrapper {
    private LimitedInput limited;

    LimitedRequest(HttpServletRequest request) {
        super(request);
    }

    @Override
    public String getContentType() {
        // Not as the server understands it: some fail on a charset that they do not know.
        String sent = getHeader("Content-Type");
        boolean absent = sent == null && getHeader("Transfer-Encoding") == null && getContentLengthLong() <= 0;
        return absent ? "application/json" : sent;
    }

    @Override
    public ServletInputStream getInputStream() throws IOException {
        if (limited == null) {
            limited = new LimitedInput(super.getInputStream(), () -> BodyLimit.of(new Exchange(this)));
        }
        return limited;
    }

    @Override
    public BufferedReader getReader() throws IOException {
        return new BufferedReader(new InputStreamReader(getInputStream(), StandardCharsets.UTF_8));
    }

    /**
     * After a refusal for size: sends the answer, then lets the client finish, up to twice the limit and keeping
     * nothing. If the connection were closed at once, a client in the midst of sending would see no answer.
     */
    void letFinish(HttpServletResponse response) {
        if (response.getStatus() != 413 && (limited == null || !limited.exceeded()) || getHeader("Expect") != null) {
            return;
        }
        try {
            response.flushBuffer();
            long left = 2 * BodyLimit.of(new Exchange(this));
            byte[] nowhere = new byte[8192];
            ServletInputStream body = super.getInputStream();
            for (int some = 0; some >= 0 && left > 0; left -= some) {
                some = body.read(nowhere);
            }
        } catch (IOException gone) {
            // The client has closed the connection; there is nobody left to answer.
        }
    }
}
