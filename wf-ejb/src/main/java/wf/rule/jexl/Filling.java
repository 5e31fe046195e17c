package wf.rule.jexl;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.apache.commons.jexl3.JexlContext;
import org.apache.commons.jexl3.JexlExpression;
import wf.rule.Writing;
import wf.value.Value;

/** A template with its expressions compiled: each part is plain text or a compiled expression. */
record Filling(List<Object> parts) {

    static Filling of(String text, Function<String, JexlExpression> compiler) {
        List<Object> parts = new ArrayList<>();
        for (Template.Part part : Template.of(text).parts()) {
            parts.add(part.isExpression() ? compiler.apply(part.text()) : part.text());
        }
        return new Filling(List.copyOf(parts));
    }

    /** A single expression keeps the type of its value. */
    Object fill(JexlContext context) {
        if (parts.size() == 1) {
            return filled(parts.get(0), context);
        }
        StringBuilder text = new StringBuilder();
        parts.forEach(part -> text.append(filled(part, context)));
        return text.toString();
    }

    /** Text in any case; a value is written as the text before it wants. */
    String written(JexlContext context, Writing writing) {
        StringBuilder text = new StringBuilder();
        for (Object part : parts) {
            boolean isValue = part instanceof JexlExpression;
            text.append(isValue ? writing.written(text.toString(), filled(part, context)) : part);
            if (text.length() > Value.MAX_LENGTH) {
                throw new IllegalArgumentException("longer than " + Value.MAX_LENGTH + " characters");
            }
        }
        return text.toString();
    }

    private static Object filled(Object part, JexlContext context) {
        return part instanceof JexlExpression expression ? expression.evaluate(context) : part;
    }
}
