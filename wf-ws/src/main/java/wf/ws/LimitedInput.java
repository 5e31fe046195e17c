package wf.ws;

import jakarta.servlet.ReadListener;
import jakarta.servlet.ServletInputStream;
import java.io.IOException;
import java.util.function.LongSupplier;

/** A body that ends in {@link BodyLimit.Exceeded} as soon as more than its limit was read, which may rise meanwhile. */
final class LimitedInput extends ServletInputStream {
    private final ServletInputStream body;
    private final LongSupplier limit;
    private long read;

    LimitedInput(ServletInputStream body, LongSupplier limit) {
        this.body = body;
        this.limit = limit;
    }

    boolean exceeded() {
        return read > limit.getAsLong();
    }

    @Override
    public int read() throws IOException {
        int one = body.read();
        count(one < 0 ? 0 : 1);
        return one;
    }

    @Override
    public int read(byte[] buffer, int offset, int length) throws IOException {
        int some = body.read(buffer, offset, length);
        count(Math.max(some, 0));
        return some;
    }

    private void count(int more) throws BodyLimit.Exceeded {
        read += more;
        if (exceeded()) {
            throw new BodyLimit.Exceeded(limit.getAsLong());
        }
    }

    @Override
    public boolean isFinished() {
        return body.isFinished();
    }

    @Override
    public boolean isReady() {
        return body.isReady();
    }

    @Override
    public void setReadListener(ReadListener listener) {
        body.setReadListener(listener);
    }
}
