package wf.ws;

import jakarta.servlet.AsyncContext;
import jakarta.servlet.AsyncEvent;
import jakarta.servlet.AsyncListener;
import jakarta.servlet.ServletOutputStream;
import jakarta.servlet.WriteListener;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.InstantSource;
import java.util.Optional;
import wf.stream.Line;
import wf.stream.ListStream;
import wf.stream.ListStreams;
import wf.stream.News;

/**
 * One open answer. It is written to only while the server takes more without waiting, by whichever thread comes by; so somebody who reads
 * slowly, or not at all, keeps no thread, and what he has not taken waits in his stream and does not grow.
 */
final class EventLine implements Line, WriteListener, AsyncListener {

    private final ListStreams streams;
    private final ListStream stream;
    private final AsyncContext context;
    private final ServletOutputStream out;
    private final InstantSource clock;
    private boolean begun;
    private boolean ready;
    private boolean unflushed;
    private boolean flushed;
    private boolean ended;

    EventLine(ListStreams streams, ListStream stream, AsyncContext context, ServletOutputStream out, InstantSource clock) {
        this.streams = streams;
        this.stream = stream;
        this.context = context;
        this.out = out;
        this.clock = clock;
    }

    void listen() {
        out.setWriteListener(this);
    }

    @Override
    public void onWritePossible() {
        synchronized (this) {
            ready = true;
        }
        pump();
    }

    @Override
    public void pump() {
        try {
            write();
        } catch (IOException | RuntimeException gone) {
            // Whoever listened has left; that is how a stream ends.
            streams.close(stream);
        }
    }

    private synchronized void write() throws IOException {
        while (ready && !ended && out.isReady()) {
            if (unflushed) {
                // Open Liberty takes no notice of the first flush of an answer, and the first word would leave with the next one.
                unflushed = !flushed;
                flushed = true;
                out.flush();
                continue;
            }
            Optional<String> next = next();
            if (next.isEmpty()) {
                return;
            }
            out.write(next.get().getBytes(StandardCharsets.UTF_8));
            unflushed = true;
        }
    }

    private Optional<String> next() {
        Optional<String> news = stream.take(clock.instant()).map(EventText::of);
        if (begun) {
            return news;
        }
        begun = true;
        return Optional.of(EventText.beginning() + news.orElse(""));
    }

    @Override
    public void end() {
        synchronized (this) {
            if (ended) {
                return;
            }
            ended = true;
        }
        try {
            context.complete();
        } catch (IllegalStateException already) {
            // The server has ended it, since nobody was there any more.
        }
    }

    // ---- the server says that it is over ----

    @Override
    public void onError(Throwable gone) {
        streams.close(stream);
    }

    @Override
    public void onError(AsyncEvent event) {
        streams.close(stream);
    }

    @Override
    public void onTimeout(AsyncEvent event) {
        streams.close(stream);
    }

    @Override
    public void onComplete(AsyncEvent event) {
        synchronized (this) {
            ended = true;
        }
        streams.close(stream);
    }

    @Override
    public void onStartAsync(AsyncEvent event) {
        // It is begun once.
    }
}
