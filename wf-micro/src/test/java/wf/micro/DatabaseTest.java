package wf.micro;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;

class DatabaseTest {
    private static final Path DATA = Path.of("/data");

    @Test
    void nothingSaidMeansH2InTheDataDirectory() throws StartFailure {
        Map<String, String> complete = Database.complete(Map.of(), DATA);
        assertThat(complete.get("WF_DB_URL")).startsWith("jdbc:h2:file:" + DATA.resolve("db"));
        assertThat(complete).containsEntry("WF_DB_DRIVER", "org.h2.Driver").containsEntry("WF_DB_USER", "wf");
    }

    @Test
    void theDriverFollowsFromTheUrl() throws StartFailure {
        assertThat(Database.complete(settings("jdbc:postgresql://db/wf", "secret"), DATA))
                .containsEntry("WF_DB_DRIVER", "org.postgresql.Driver");
        assertThat(Database.complete(settings("jdbc:mariadb://db/wf", "secret"), DATA))
                .containsEntry("WF_DB_DRIVER", "org.mariadb.jdbc.Driver");
    }

    @Test
    void mariaDbIsAskedForReadCommittedAndForTimesInUtc() throws StartFailure {
        assertThat(Database.complete(settings("jdbc:mariadb://db/wf?a=b", "x"), DATA).get("WF_DB_URL")).isEqualTo(
                "jdbc:mariadb://db/wf?a=b&transactionIsolation=READ-COMMITTED&connectionTimeZone=UTC&preserveInstants=true");
        String own = "jdbc:mariadb://db/wf?preserveInstants=true&transactionIsolation=SERIALIZABLE&connectionTimeZone=+00:00";
        assertThat(Database.complete(settings(own, "x"), DATA)).containsEntry("WF_DB_URL", own);
    }

    @Test
    void anUnknownDatabaseIsRefusedWithoutRepeatingItsUrl() {
        assertThatThrownBy(() -> Database.complete(settings("jdbc:other:secret@db", "x"), DATA))
                .isInstanceOf(StartFailure.class).hasMessageContaining("WF_DB_URL").hasMessageNotContaining("secret");
    }

    @Test
    void anEmptyPasswordIsRefusedByName() {
        assertThatThrownBy(() -> Database.complete(settings("jdbc:postgresql://db/wf", ""), DATA))
                .isInstanceOf(StartFailure.class).hasMessageContaining("WF_DB_PASSWORD");
    }

    private static Map<String, String> settings(String url, String password) {
        return Map.of("WF_DB_URL", url, "WF_DB_USER", "wf", "WF_DB_PASSWORD", password);
    }
}
