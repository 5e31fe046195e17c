package wf.rule;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;

/**
 * What was compiled from a text, remembered, because the same few expressions are asked for again and again. It holds
 * two generations: when the young one is full it becomes the old one, and what is still asked for moves over. So it is
 * bounded, never empty all at once, and reading it takes no lock.
 */
public final class Compiled<T> {

    private static final int MAX_TEXTS = 2_000;
    private static final int MAX_CHARACTERS = 1_000_000;

    private final Function<String, T> compiler;
    private volatile Generation<T> young = new Generation<>();
    private volatile Generation<T> old = new Generation<>();

    public Compiled(Function<String, T> compiler) {
        this.compiler = compiler;
    }

    /** The compiled text; what the compiler throws comes through, and nothing is remembered then. */
    public T get(String text) {
        T known = young.byText.get(text);
        return known != null ? known : add(text);
    }

    private T add(String text) {
        T known = old.byText.get(text);
        T compiled = known != null ? known : compiler.apply(text);
        keep(text, compiled);
        return compiled;
    }

    private synchronized void keep(String text, T compiled) {
        if (young.byText.size() >= MAX_TEXTS || young.characters + text.length() > MAX_CHARACTERS) {
            old = young;
            young = new Generation<>();
        }
        if (young.byText.put(text, compiled) == null) {
            young.characters += text.length();
        }
    }

    private static final class Generation<T> {
        private final Map<String, T> byText = new ConcurrentHashMap<>();
        private int characters;
    }
}
