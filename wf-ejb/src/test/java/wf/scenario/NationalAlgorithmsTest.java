package wf.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import wf.command.Command;
import wf.contract.SubmitRequest;
import wf.setting.Setting;

/** The same where journals are chained by SM3 and fields sealed with SM4; and what was written before stays sound. */
class NationalAlgorithmsTest extends EncryptionTest {

    /** Before the shell is put together, which reads them. */
    NationalAlgorithmsTest() {
        System.setProperty(Setting.JOURNAL_HASH.property(), "SM3");
        System.setProperty(Setting.SEALING_CIPHER.property(), "SM4");
    }

    @AfterAll
    void asUsual() {
        System.clearProperty(Setting.JOURNAL_HASH.property());
        System.clearProperty(Setting.SEALING_CIPHER.property());
    }

    @Test
    void aJournalNamesItsHashInEachRowAndMayChangeIt() {
        long instance = engine.start("zhao", "pay", Map.of("card", "1", "salary", 1_000)).instanceId();
        System.setProperty(Setting.JOURNAL_HASH.property(), "SHA-256");
        try (StoreEngine other = secondNode()) {
            other.execute("zhao", Command.onItem("submit", other.openItems(instance).get(0).id(), new SubmitRequest()));
        } finally {
            System.setProperty(Setting.JOURNAL_HASH.property(), "SM3");
        }
        var rows = engine.shell.transactions.required(() -> engine.shell.journal.read(engine.tenant, instance));
        assertThat(rows).extracting(r -> r.algorithm).startsWith("SM3").endsWith("SHA-256");
        assertThat(engine.shell.transactions.required(() -> engine.shell.journal.verify(engine.tenant, instance)).intact).isTrue();
    }
}
