package wf.setting;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import java.util.function.UnaryOperator;

/**
 * Reads settings: the system property, then the environment variable, then the default.
 *
 * <p>These are the two sources that every server and every start script has. An empty value counts as none.
 */
@Singleton
public class Settings {
    private final UnaryOperator<String> properties;
    private final UnaryOperator<String> variables;

    /** Reads from this process. */
    @Inject
    public Settings() {
        this(System::getProperty, System::getenv);
    }

    /** Reads from elsewhere, such as a test. */
    public Settings(UnaryOperator<String> properties, UnaryOperator<String> variables) {
        this.properties = properties;
        this.variables = variables;
    }

    /** The value as text. */
    public String text(Setting setting) {
        String value = properties.apply(setting.property());
        if (value == null || value.isBlank()) {
            value = variables.apply(setting.variable());
        }
        return value == null || value.isBlank() ? setting.standard() : value.strip();
    }

    /** What stands under a name of this family; empty when there is nothing. */
    public Optional<String> named(Family family, String name) {
        String property = family.property(name);
        String value = properties.apply(property);
        if (value == null || value.isBlank()) {
            value = variables.apply(Family.variable(property));
        }
        return Optional.ofNullable(value).map(String::strip).filter(v -> !v.isEmpty());
    }

    /** The value as a whole number of at least zero. */
    public int number(Setting setting) {
        String value = text(setting);
        try {
            int number = Integer.parseInt(value);
            if (number >= 0) {
                return number;
            }
        } catch (NumberFormatException e) {
            throw wrong(setting, value, "a whole number", e);
        }
        throw wrong(setting, value, "a whole number of at least 0", null);
    }

    /** The value as a length of time. */
    public Duration time(Setting setting, ChronoUnit unit) {
        return Duration.of(number(setting), unit);
    }

    /** The time zone in which dates and times of models are meant. */
    public ZoneId zone() {
        String value = text(Setting.ZONE);
        try {
            return value.equals(Setting.ZONE.standard()) ? ZoneId.systemDefault() : ZoneId.of(value);
        } catch (DateTimeException e) {
            throw wrong(Setting.ZONE, value, "a time zone such as Asia/Shanghai", e);
        }
    }

    /** Whether something is switched on: {@code on} or {@code true}; {@code off} or {@code false}. */
    public boolean on(Setting setting) {
        String value = text(setting);
        return switch (value.toLowerCase(java.util.Locale.ROOT)) {
            case "on", "true" -> true;
            case "off", "false" -> false;
            default -> throw wrong(setting, value, "on or off", null);
        };
    }

    private static IllegalStateException wrong(Setting setting, String value, String expected, Exception cause) {
        return new IllegalStateException("Setting " + setting.property() + " (" + setting.variable() + ") is '" + value
                + "' but must be " + expected + ".", cause);
    }
}
