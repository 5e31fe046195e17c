package wf.scenario;

import static org.assertj.core.api.Assertions.assertThat;
import static wf.scenario.House.caller;
import static wf.scenario.House.refused;

import java.sql.SQLException;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import wf.access.Caller;
import wf.contract.ErrorCode;
import wf.contract.IssueServiceKeyRequest;
import wf.contract.PutServiceAccountRequest;

/** What programs are given: names that mean something, and secrets that no queue holds. */
class SecretTest {

    private House house;

    @BeforeEach
    void open() throws SQLException {
        house = new House(Map.of());
    }

    @AfterEach
    void close() {
        house.close();
    }

    private static PutServiceAccountRequest account(String... operations) {
        PutServiceAccountRequest request = new PutServiceAccountRequest();
        request.name = "Portal";
        request.persons = List.of("user:zhao");
        request.operations = List.of(operations);
        return request;
    }

    @Test
    void anOperationThatThereIsNotIsNoneOfAProgram() {
        String said = refused(ErrorCode.INVALID_INPUT, () -> house.tried(() -> house.shell.serviceAccounts.put(caller("admin"), "portal", account("submit", "submitt"))));
        assertThat(said).contains("submitt");
        assertThat(house.tried(() -> house.shell.serviceAccounts.put(caller("admin"), "portal", account("submit", "listWorkItems"))).serviceAccount.operations)
                .containsExactlyInAnyOrder("submit", "listWorkItems");
        house.tried(() -> house.shell.serviceAccounts.put(caller("admin"), "portal", account("*")));
    }

    @Test
    void aKeyIsNeverToldToAQueue() {
        house.tried(() -> house.shell.serviceAccounts.put(caller("admin"), "portal", account("submit")));
        Caller overJms = new Caller("default", "admin", "JMS", "jms", Locale.ENGLISH);
        refused(ErrorCode.FORBIDDEN, () -> house.tried(() -> house.shell.serviceAccounts.issueKey(overJms, "portal", new IssueServiceKeyRequest())));
        assertThat(house.tried(() -> house.shell.serviceAccounts.issueKey(caller("admin"), "portal", new IssueServiceKeyRequest())).key).startsWith("wfk.");
        assertThat(house.tried(() -> house.shell.adminActs.page(caller("admin"), null, "issueServiceKey", null, null)).acts.get(0).content).doesNotContain("wfk.");
    }
}
