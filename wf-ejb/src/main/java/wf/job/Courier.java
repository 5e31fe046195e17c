package wf.job;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.logging.Level;
import java.util.logging.Logger;
import wf.relay.Relay;
import wf.setting.Setting;
import wf.setting.Settings;
import wf.store.Outbox;

/**
 * Sets the relay going, on one thread of its own: at once for what this node has written, and now and then for what nodes have
 * left lying. It lingers a moment, so that what comes together is told together.
 */
@Singleton
public class Courier {

    private static final Logger LOG = Logger.getLogger(Courier.class.getName());
    private final Relay relay;
    private final Outbox outbox;
    private final Crew crew;
    private final int linger;
    private final AtomicBoolean going = new AtomicBoolean();
    private final AtomicBoolean looking = new AtomicBoolean();

    @Inject
    public Courier(Relay relay, Outbox outbox, Crew crew, Settings settings) {
        this.relay = relay;
        this.outbox = outbox;
        this.crew = crew;
        this.linger = settings.number(Setting.RELAY_LINGER);
    }

    /** From now on what this node writes goes out. */
    public void start() {
        outbox.onFresh(this::go);
        go();
    }

    public void stop() {
        outbox.onFresh(() -> { });
    }

    /** For whatever nobody has told in time. */
    public void look() {
        looking.set(true);
        go();
    }

    private void go() {
        if (!going.compareAndSet(false, true)) {
            return;
        }
        try {
            crew.execute(this::work);
        } catch (RejectedExecutionException e) {
            going.set(false);
        }
    }

    private void work() {
        try {
            Thread.sleep(linger);
            if (looking.getAndSet(false)) {
                relay.leftovers();
            } else {
                relay.run();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return;
        } catch (RuntimeException e) {
            LOG.log(Level.WARNING, "what is to be told waits for the next look", e);
        } finally {
            going.set(false);
        }
        if (outbox.hasFresh()) {
            go();
        }
    }
}
