package wf.runtime;

/**
 * From whom a relation looks, and in which of his departments (§6.3).
 *
 * @param department the one in which he acts; null for his main one, and also where he is not in it any more
 */
public record Standpoint(String person, String department) {

    public static Standpoint of(String person) {
        return new Standpoint(person, null);
    }
}
