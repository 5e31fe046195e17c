package wf.rule;

import java.time.temporal.Temporal;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import wf.value.Value;

/**
 * Rules that stand in the model itself: rows of a condition and what follows from it. Every output that any row has is in
 * the result, so that nothing of an earlier turn of the process stays; what no rule gives is cleared. All expressions see
 * the same variables, not what rows before them gave.
 */
public record RuleList(HitPolicy policy, List<Row> rows) {

    /** The greatest number of rows; what needs more is a decision table. */
    public static final int MAX_ROWS = 1_000;

    /** Which of the rows that hold count. */
    public enum HitPolicy {
        /** The first one in the order of the model. */
        FIRST,
        /** All of them: each output is the list of what they give, in order. */
        COLLECT
    }

    /**
     * One rule.
     *
     * @param condition null for the row that counts when no other does, wherever it stands
     * @param outputs expressions by the names of what they give
     */
    public record Row(Expression condition, Map<String, Expression> outputs) {

        public Row {
            outputs = Collections.unmodifiableMap(new LinkedHashMap<>(outputs));
        }

        public boolean isDefault() {
            return condition == null;
        }
    }

    public RuleList {
        Objects.requireNonNull(policy);
        rows = List.copyOf(rows);
    }

    /** What follows from the variables; the error of a failed row names its number, counted from 1. */
    public Evaluation<Map<String, Optional<Value>>> evaluate(Expressions expressions, Map<String, Value> variables) {
        return holding(expressions, variables).then(hits -> given(hits, expressions, variables)).then(this::result);
    }

    private Evaluation<List<Row>> holding(Expressions expressions, Map<String, Value> variables) {
        List<Row> hits = new ArrayList<>();
        for (Row row : rows) {
            Evaluation<Boolean> holds = row.isDefault() ? Evaluation.of(false) : expressions.condition(row.condition(), variables);
            if (holds.isError()) {
                return Evaluation.failed(told(row, holds.error()));
            } else if (holds.value()) {
                hits.add(row);
                if (policy == HitPolicy.FIRST) {
                    break;
                }
            }
        }
        return Evaluation.of(hits.isEmpty() ? rows.stream().filter(Row::isDefault).limit(1).toList() : hits);
    }

    /** All that the rows give, by output; null where a row gives nothing. */
    private Evaluation<Map<String, List<Object>>> given(List<Row> hits, Expressions expressions, Map<String, Value> variables) {
        Map<String, List<Object>> given = new LinkedHashMap<>();
        outputs().forEach(name -> given.put(name, new ArrayList<>()));
        for (Row row : hits) {
            for (Map.Entry<String, Expression> output : row.outputs().entrySet()) {
                Evaluation<Object> value = expressions.value(output.getValue(), variables);
                if (value.isError()) {
                    return Evaluation.failed(told(row, output.getKey() + ": " + value.error()));
                }
                given.get(output.getKey()).add(value.value());
            }
        }
        return Evaluation.of(given);
    }

    private Evaluation<Map<String, Optional<Value>>> result(Map<String, List<Object>> given) {
        Map<String, Optional<Value>> result = new LinkedHashMap<>();
        try {
            given.forEach((name, values) -> result.put(name, Optional.ofNullable(resultOf(values)).map(Value::of)));
        } catch (IllegalArgumentException e) {
            return Evaluation.failed(e.getMessage());
        }
        return Evaluation.of(result);
    }

    private Object resultOf(List<Object> values) {
        if (policy == HitPolicy.COLLECT) {
            return values.stream().filter(Objects::nonNull).map(RuleList::member).toList();
        }
        return values.isEmpty() ? null : values.get(0);
    }

    /** A list has no dates; they are text in it. */
    private static Object member(Object value) {
        return value instanceof Temporal ? value.toString() : value;
    }

    /** Why the list cannot be evaluated, a sentence for each thing that is wrong. */
    public List<String> check(Expressions expressions) {
        List<String> wrong = new ArrayList<>();
        if (rows.isEmpty() || rows.size() > MAX_ROWS) {
            wrong.add("a list has 1 to " + MAX_ROWS + " rows, not " + rows.size());
        }
        if (rows.stream().filter(Row::isDefault).count() > 1) {
            wrong.add("more than one row has no condition");
        }
        for (Row row : rows) {
            Optional.ofNullable(row.condition()).flatMap(expressions::checkCondition).ifPresent(e -> wrong.add(told(row, e)));
            row.outputs().forEach((name, output) ->
                    expressions.checkValue(output).ifPresent(e -> wrong.add(told(row, name + ": " + e))));
        }
        return wrong;
    }

    /** The names of all outputs, in the order of the model. */
    public Set<String> outputs() {
        return rows.stream().map(Row::outputs).map(Map::keySet).flatMap(Collection::stream)
                .collect(Collectors.toCollection(LinkedHashSet::new));
    }

    private String told(Row row, String error) {
        int number = 1;
        while (rows.get(number - 1) != row) {
            number++;
        }
        return "row " + number + ": " + error;
    }
}
