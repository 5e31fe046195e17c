package wf.node;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import wf.definition.Findings;
import wf.definition.ModelElement;
import wf.node.HumanTaskSettings.Participant;
import wf.rule.Expression;

/**
 * Reads who handles a human task: our attributes, which kindred engines name the same, and the resource roles of BPMN
 * (10.3.4). Of these, a performer gets the work and a potential owner may claim it; their expressions name people as
 * {@code user(li), group(finance)}, as plain names, or as an expression in the language of the model.
 */
final class ParticipantReader {

    private static final Map<String, String> PREFIXES = Map.of("user", "user:", "group", "group:", "dept", "dept:", "post", "post:");
    private static final Pattern CALL = Pattern.compile("(user|group|dept|post)\\(([^()]*)\\)");
    private static final Pattern PLAIN = Pattern.compile("[\\w.@:-]+(\\s*,\\s*[\\w.@:-]+)*");
    private static final Pattern CALLS = Pattern.compile("(user|group|dept|post)\\([^()]*\\)(\\s*,\\s*([\\w.@:-]+|(user|group|dept|post)\\([^()]*\\)))*");

    private final ModelElement element;
    private final Findings findings;
    private final List<Participant> participants = new ArrayList<>();

    ParticipantReader(ModelElement element, Findings findings) {
        this.element = element;
        this.findings = findings;
    }

    List<Participant> read() {
        element.extension("assignee").ifPresent(a -> add(Expression.of(a), "user:", true));
        element.extension("candidateUsers").ifPresent(c -> add(Expression.of(c), "user:", false));
        element.extension("candidateGroups").ifPresent(c -> add(Expression.of(c), "group:", false));
        element.extension("candidateDepts").ifPresent(c -> add(Expression.of(c), "dept:", false));
        element.extension("candidatePosts").ifPresent(c -> add(Expression.of(c), "post:", false));
        List.of("performer", "humanPerformer").forEach(r -> element.children(r).forEach(e -> role(e, "user:", true)));
        element.children("potentialOwner").forEach(e -> role(e, "group:", false));
        return List.copyOf(participants);
    }

    private void add(Expression expression, String prefix, boolean named) {
        participants.add(new Participant(expression, prefix, named));
    }

    // ---- resource roles ----

    private void role(ModelElement role, String prefix, boolean named) {
        List<ModelElement> said = role.children("resourceAssignmentExpression");
        said.stream().flatMap(a -> a.children().stream()).filter(e -> e.type().equals("formalExpression") || e.type().equals("expression"))
                .forEach(e -> assigned(e, prefix, named));
        role.children("resourceRef").stream().findFirst().map(r -> r.find(r.text()))
                .ifPresent(resource -> resource(role, resource, prefix, named));
    }

    private void assigned(ModelElement expression, String prefix, boolean named) {
        String text = expression.text();
        if (CALLS.matcher(text).matches()) {
            Matcher calls = CALL.matcher(text);
            while (calls.find()) {
                add(Expression.of(calls.group(2).strip()), PREFIXES.get(calls.group(1)), named);
            }
            names(calls.replaceAll(""), prefix, named);
        } else if (PLAIN.matcher(text).matches() && expression.attribute("language").isEmpty()) {
            names(text, prefix, named);
        } else {
            expression.asExpression().ifPresent(e -> add(e.language() == null ? Expression.of(e.text()) : e, prefix, named));
        }
    }

    private void names(String text, String prefix, boolean named) {
        String names = text.replaceAll("\\s|^[\\s,]+|[\\s,]+$", "").replaceAll(",+", ",").replaceAll("^,|,$", "");
        if (!names.isEmpty()) {
            add(Expression.of(names), prefix, named);
        }
    }

    /** A resource is the group of its name, unless its parameters say whom it means. */
    private void resource(ModelElement role, Optional<ModelElement> resource, String prefix, boolean named) {
        int before = participants.size();
        for (ModelElement binding : role.children("resourceParameterBinding")) {
            String parameter = binding.referred("parameterRef").flatMap(p -> p.attribute("name"))
                    .or(() -> binding.attribute("parameterRef")).orElse("");
            Optional<Expression> value = binding.expression("formalExpression").or(() -> binding.expression("expression"));
            if (PREFIXES.containsKey(parameter) && value.isPresent()) {
                add(value.get(), PREFIXES.get(parameter), named);
            } else {
                findings.warning("RESOURCE_PARAMETER", element.id(), parameter);
            }
        }
        if (participants.size() == before) {
            resource.flatMap(r -> r.attribute("name")).ifPresent(n -> add(Expression.of(n), prefix, named));
        }
    }
}
