package wf.monitor;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.logging.Level;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import wf.access.Caller;
import wf.contract.OperationReply;
import wf.contract.SubmitRequest;
import wf.setting.Settings;

/** A collector reads line by line what a node logs, and by which operation of whom. */
class JsonLogTest {

    private static final Caller LI = new Caller("default", "li", "REST", "127.0.0.1", Locale.ENGLISH);

    private static Settings settings(String file) {
        return new Settings(name -> name.equals("wf.log.json") ? file : name.equals("wf.node") ? "node1" : null, name -> null);
    }

    private static SubmitRequest request() {
        SubmitRequest request = new SubmitRequest();
        request.opId = "op-1";
        return request;
    }

    @Test
    void aLineNamesTheOperationThatItBelongsTo() throws Exception {
        LogRecord entry = new LogRecord(Level.WARNING, "a \"{0}\"\nof two lines");
        entry.setParameters(new Object[] {"message"});
        entry.setLoggerName("wf.job.Worker");
        entry.setThrown(new IllegalStateException("broken"));
        String line;
        try (Doing doing = Doing.begin(LI, "submit", new Object[] {LI, 12L, request()})) {
            line = new JsonLog(settings("")).line(entry);
        }
        assertThat(line).doesNotContain("\n");
        JsonNode json = new ObjectMapper().readTree(line);
        assertThat(json.get("opId").asText()).isEqualTo("op-1");
        assertThat(json.get("person").asText()).isEqualTo("li");
        assertThat(json.get("operation").asText()).isEqualTo("submit");
        assertThat(json.get("node").asText()).isEqualTo("node1");
        assertThat(json.get("message").asText()).isEqualTo("a \"message\"\nof two lines");
        assertThat(json.get("exception").asText()).contains("IllegalStateException: broken");
        assertThat(Doing.current()).isNull();
    }

    @Test
    void eachOperationThatIsDoneIsALineOfTheFile(@TempDir Path folder) throws Exception {
        Path file = folder.resolve("wf.log");
        JsonLog log = new JsonLog(settings(file.toString()));
        log.open();
        try (Doing doing = Doing.begin(LI, "submit", new Object[] {LI, 12L, new SubmitRequest()})) {
            OperationReply reply = new OperationReply();
            reply.opId = "wf-7";
            reply.instanceId = 3L;
            doing.done(reply, System.nanoTime());
        } finally {
            log.close();
        }
        Logger.getLogger("wf.somewhere").warning("after it was closed");
        List<String> lines = Files.readAllLines(file);
        assertThat(lines).as("others log meanwhile").filteredOn(line -> line.contains("\"opId\":\"wf-7\"")).singleElement()
                .satisfies(line -> assertThat(line).contains("submit of instance 3"));
        assertThat(lines).noneMatch(line -> line.contains("after it was closed"));
    }
}
