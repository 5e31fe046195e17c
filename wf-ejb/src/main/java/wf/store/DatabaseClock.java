package wf.store;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import jakarta.persistence.EntityManager;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Optional;
import wf.setting.SharedClock;

/** The clock of the database, which all nodes have in common: each sets itself by it. */
@Singleton
public class DatabaseClock {

    private static final Duration LONGEST_WAY = Duration.ofMillis(250);
    private final EntityManager em;
    private final Transactions transactions;
    private final SharedClock clock;

    @Inject
    public DatabaseClock(EntityManager em, Transactions transactions, SharedClock clock) {
        this.em = em;
        this.transactions = transactions;
        this.clock = clock;
    }

    /** Asks it what time it is; half of what that took is the way of the answer. An answer that was long on its way says nothing. */
    public void compare() {
        transactions.required(this::drift).ifPresent(clock::correct);
    }

    private Optional<Duration> drift() {
        Database database = Database.of(em);
        Instant asked = clock.own();
        try (Statement statement = em.unwrap(Connection.class).createStatement(); ResultSet answer = statement.executeQuery(database.now())) {
            answer.next();
            Instant told = database == Database.MARIADB ? answer.getObject(1, LocalDateTime.class).toInstant(ZoneOffset.UTC) : answer.getObject(1, OffsetDateTime.class).toInstant();
            Instant answered = clock.own();
            Duration way = Duration.between(asked, answered);
            return way.compareTo(LONGEST_WAY) > 0 ? Optional.empty() : Optional.of(Duration.between(asked.plus(way.dividedBy(2)), told));
        } catch (SQLException e) {
            throw new IllegalStateException("the database does not say what time it is", e);
        }
    }
}
