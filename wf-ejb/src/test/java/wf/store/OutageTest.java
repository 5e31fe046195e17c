package wf.store;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.persistence.PersistenceException;
import jakarta.resource.spi.ResourceAllocationException;
import java.sql.SQLException;
import java.sql.SQLNonTransientConnectionException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class OutageTest {

    @ParameterizedTest
    @ValueSource(strings = {"08001", "08006", "57P01", "57P03", "53300"})
    void aLostOrRefusedConnectionIsAnOutage(String state) {
        assertThat(Outage.isBehind(new PersistenceException(new SQLException("gone", state)))).isTrue();
    }

    @Test
    void soIsAPoolThatHasNone() {
        assertThat(Outage.isBehind(new SQLException("none", new ResourceAllocationException("refused")))).isTrue();
        assertThat(Outage.isBehind(new SQLNonTransientConnectionException("gone"))).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"23505", "42601", "40001", "57014"})
    void whatTheDatabaseSaysWhileItWorksIsNone(String state) {
        assertThat(Outage.isBehind(new IllegalStateException(new SQLException("no", state)))).isFalse();
        assertThat(Outage.isBehind(new IllegalStateException("a mistake of ours"))).isFalse();
    }
}
