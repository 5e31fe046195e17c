package wf.command;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** The names of a category and of those above it, from the top. */
record CategoryPath(List<String> names) {

    private static final int MAX_LENGTH = 400;

    CategoryPath {
        names = List.copyOf(names);
    }

    /** What stands in a row, also one of the time when any text was taken; empty when it names nothing. */
    static Optional<CategoryPath> stored(String text) {
        List<String> names = text == null ? List.of()
                : Arrays.stream(text.split("/")).map(String::strip).filter(n -> !n.isEmpty()).toList();
        return names.isEmpty() ? Optional.empty() : Optional.of(new CategoryPath(names));
    }

    /** What a caller sends in a field; empty when he sends nothing. */
    static Optional<CategoryPath> optional(String text, String field, Locale locale) {
        return text == null || text.isBlank() ? Optional.empty() : Optional.of(required(text, field, locale));
    }

    static CategoryPath required(String text, String field, Locale locale) {
        Inputs.require(text != null && !text.isBlank(), locale, "GIVEN", field);
        List<String> names = Arrays.stream(text.split("/", -1)).map(String::strip).toList();
        Inputs.require(names.stream().noneMatch(CategoryPath::isNoName), locale, "CATEGORY_PATH", field);
        return new CategoryPath(names).checked(field, locale);
    }

    private static boolean isNoName(String name) {
        return name.isEmpty() || name.codePoints().anyMatch(Character::isISOControl);
    }

    private CategoryPath checked(String field, Locale locale) {
        Inputs.require(text().length() <= MAX_LENGTH, locale, "TEXT_TOO_LONG", field, MAX_LENGTH);
        return this;
    }

    String text() {
        return String.join("/", names);
    }

    String name() {
        return names.get(names.size() - 1);
    }

    /** Empty at the top. */
    Optional<CategoryPath> parent() {
        return names.size() == 1 ? Optional.empty() : Optional.of(new CategoryPath(names.subList(0, names.size() - 1)));
    }

    /** Those above it and itself, from the top. */
    List<CategoryPath> line() {
        List<CategoryPath> line = new ArrayList<>();
        for (int length = 1; length <= names.size(); length++) {
            line.add(new CategoryPath(names.subList(0, length)));
        }
        return line;
    }

    /** Whether it is that category or stands below it. */
    boolean isWithin(CategoryPath other) {
        return names.size() >= other.names.size() && names.subList(0, other.names.size()).equals(other.names);
    }

    /** Where it is once a category above it, or itself, has come to another place. */
    CategoryPath moved(CategoryPath from, CategoryPath to, Locale locale) {
        List<String> moved = new ArrayList<>(to.names);
        moved.addAll(names.subList(from.names.size(), names.size()));
        return new CategoryPath(moved).checked("path", locale);
    }

    /** The category of this name below a parent, or at the top without one. */
    static CategoryPath below(Optional<CategoryPath> parent, String name, Locale locale) {
        List<String> names = new ArrayList<>(parent.map(CategoryPath::names).orElse(List.of()));
        names.add(name);
        return new CategoryPath(names).checked("path", locale);
    }
}
