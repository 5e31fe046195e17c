package wf.rule;

import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** The languages that expressions are written in. */
public enum Language {
    /** Ours; the {@code ${…}} of other engines reads the same. */
    JEXL("jexl", "juel", "uel", "el", "urn:wf:jexl", "commons.apache.org/proper/commons-jexl", "java.com/javaee/",
            "java.sun.com/products/jsp", "jakarta.ee/specifications/expression-language"),
    /** XPath 1.0, the standard's own. */
    XPATH("xpath", "www.w3.org/1999/xpath", "www.w3.org/tr/xpath", "www.w3.org/tr/1999/rec-xpath-19991116");

    private static final Compiled<Optional<Language>> BY_NAME = new Compiled<>(Language::named);

    private final List<String> names;

    Language(String... names) {
        this.names = List.of(names);
    }

    /**
     * The language of an expression. Some modelling tools write XPath as the language of every model, whatever its
     * expressions are in; text that begins with {@code ${} or {@code #{} can be no XPath and counts as ours.
     *
     * @return empty for a language that is not known here
     */
    public static Optional<Language> of(Expression expression) {
        if (expression.language() == null || isTemplate(expression.text())) {
            return Optional.of(JEXL);
        }
        return BY_NAME.get(expression.language());
    }

    private static boolean isTemplate(String text) {
        String stripped = text.stripLeading();
        return stripped.startsWith("${") || stripped.startsWith("#{");
    }

    private static Optional<Language> named(String said) {
        String name = said.strip().toLowerCase(Locale.ROOT).replaceFirst("^https?://", "").replaceFirst("/$", "");
        return name.isEmpty() || JEXL.is(name) ? Optional.of(JEXL) : XPATH.is(name) ? Optional.of(XPATH) : Optional.empty();
    }

    /** The name itself, or for a name that ends with a slash anything below it. */
    private boolean is(String name) {
        return names.stream().anyMatch(known -> known.equals(name) || known.endsWith("/") && name.startsWith(known));
    }
}
