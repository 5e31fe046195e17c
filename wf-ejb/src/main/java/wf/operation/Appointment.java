package wf.operation;

import java.util.List;

/**
 * Whom a tenant has hold an identity: people, and for which processes. They are named as a model names its readers.
 *
 * @param definitionKey of the one process that it is about; null for more
 * @param category of the processes that it is about, with those in categories below; null for all
 * @param people candidates ({@code user:li}, {@code group:finance}) or expressions that name some
 */
public record Appointment(String definitionKey, String category, List<String> people) {

    public Appointment {
        people = List.copyOf(people);
    }

    /** @param in the category of the definition, or null */
    boolean isAbout(String key, String in) {
        return (definitionKey == null || definitionKey.equals(key)) && (category == null || in != null && (in + "/").startsWith(category + "/"));
    }
}
