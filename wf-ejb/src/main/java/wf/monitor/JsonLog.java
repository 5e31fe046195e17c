package wf.monitor;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.PrintStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.logging.Handler;
import java.util.logging.Level;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import java.util.logging.SimpleFormatter;
import wf.setting.NodeName;
import wf.setting.Setting;
import wf.setting.Settings;

/**
 * The product's log once more, a line of JSON for each record, with what the thread was doing for whom: for collectors, on
 * every server alike. Each operation that succeeded is a line too.
 */
@Singleton
public class JsonLog extends Handler {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Logger PRODUCT = Logger.getLogger("wf");
    private final String where;
    private final String node;
    private final SimpleFormatter words = new SimpleFormatter();
    private PrintStream out;

    @Inject
    public JsonLog(Settings settings) {
        where = settings.text(Setting.LOG_JSON);
        node = NodeName.of(settings);
    }

    /** Nothing where nobody wants it. */
    public void open() {
        if (where.isEmpty() || out != null) {
            return;
        }
        try {
            out = where.equals("-") ? System.out : new PrintStream(Files.newOutputStream(Path.of(where), StandardOpenOption.CREATE, StandardOpenOption.APPEND),
                    true, StandardCharsets.UTF_8);
            Doing.LOG.setLevel(Level.FINE);
            PRODUCT.addHandler(this);
        } catch (IOException e) {
            PRODUCT.log(Level.WARNING, "no log of JSON lines can be written to " + where, e);
        }
    }

    String line(LogRecord entry) {
        Map<String, Object> fields = new LinkedHashMap<>();
        fields.put("time", entry.getInstant().toString());
        fields.put("level", entry.getLevel().getName());
        fields.put("node", node);
        fields.put("logger", entry.getLoggerName());
        fields.put("thread", Thread.currentThread().getName());
        Doing doing = Doing.current();
        if (doing != null) {
            fields.put("tenant", doing.tenant);
            fields.put("person", doing.person);
            fields.put("channel", doing.channel);
            fields.put("operation", doing.operation);
            fields.put("opId", doing.opId());
        }
        fields.put("message", words.formatMessage(entry));
        if (entry.getThrown() != null) {
            StringWriter trace = new StringWriter();
            entry.getThrown().printStackTrace(new PrintWriter(trace));
            fields.put("exception", trace.toString());
        }
        fields.values().removeIf(v -> v == null);
        try {
            return JSON.writeValueAsString(fields);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    public void publish(LogRecord entry) {
        if (isLoggable(entry)) {
            out.println(line(entry));
        }
    }

    @Override
    public void flush() {
        out.flush();
    }

    /** With the application; standard output is not ours to close. */
    @Override
    public void close() {
        PRODUCT.removeHandler(this);
        if (out != null && out != System.out) {
            out.close();
        }
        out = null;
    }
}
