package wf.access;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import wf.store.MutableClock;
import wf.store.TestDatabase;
import wf.store.TestPersistence;

/** Messages that have come once: the same on every database, and on two nodes. */
abstract class UsedNonceCases {
    private static final Caller LI = new Caller("default", "li", "SOAP", "192.0.2.1", Locale.ENGLISH);

    private final TestDatabase kind;
    private final MutableClock clock = new MutableClock();
    private TestPersistence database;
    private UsedNonces node;

    UsedNonceCases(TestDatabase kind) {
        this.kind = kind;
    }

    @BeforeEach
    void open() throws SQLException {
        database = new TestPersistence(kind);
        node = newNode();
    }

    @AfterEach
    void close() {
        database.close();
    }

    private UsedNonces newNode() {
        return new UsedNonces(database.entityManager(), database, clock);
    }

    private boolean use(UsedNonces at, Caller caller, String nonce) {
        return at.use(caller, nonce, clock.instant().plusSeconds(300));
    }

    private long rows() {
        return database.required(() -> database.entityManager().createQuery("select count(n) from UsedNonceRow n", Long.class).getSingleResult());
    }

    @Test
    void aMessageCountsOnceOnWhicheverNode() {
        assertThat(use(node, LI, "n")).isTrue();
        assertThat(use(node, LI, "n")).isFalse();
        assertThat(use(newNode(), LI, "n")).isFalse();
    }

    @Test
    void whatOneHasUsedIsNewForAnother() {
        assertThat(use(node, LI, "n")).isTrue();
        assertThat(use(node, new Caller("default", "sun", "SOAP", "192.0.2.1", Locale.ENGLISH), "n")).isTrue();
        assertThat(use(node, new Caller("other", "li", "SOAP", "192.0.2.1", Locale.ENGLISH), "n")).isTrue();
    }

    @Test
    void ofManyThatComeAtOnceOneCounts() throws Exception {
        UsedNonces second = newNode();
        ExecutorService threads = Executors.newFixedThreadPool(8);
        try {
            List<Future<Boolean>> tries = new ArrayList<>();
            for (int i = 0; i < 16; i++) {
                UsedNonces at = i % 2 == 0 ? node : second;
                tries.add(threads.submit(() -> use(at, LI, "n")));
            }
            int came = 0;
            for (Future<Boolean> one : tries) {
                came += one.get() ? 1 : 0;
            }
            assertThat(came).isEqualTo(1);
        } finally {
            threads.shutdownNow();
        }
    }

    @Test
    void whatWouldCountNoMoreIsForgotten() {
        use(node, LI, "n");
        clock.advance(Duration.ofSeconds(200));
        use(node, LI, "m");
        assertThat(rows()).isEqualTo(2);
        clock.advance(Duration.ofSeconds(401));
        use(node, LI, "o");
        assertThat(rows()).as("without the first").isEqualTo(2);
    }
}
