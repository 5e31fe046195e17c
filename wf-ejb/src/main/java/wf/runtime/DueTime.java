package wf.runtime;

import java.time.Instant;
import wf.calendar.Span;
import wf.instance.NodeInstance;
import wf.rule.Evaluation;
import wf.rule.Expression;
import wf.rule.schedule.Schedule;
import wf.rule.schedule.TimerKind;
import wf.value.Value;

/**
 * Until when something is to be done, as the model says it: a moment, a duration ({@code P1D}), days and hours as they pass
 * ({@code D6}, {@code H6}) or in which is worked ({@code d6}, {@code h6}).
 *
 * @param text what was said, after its expressions were filled
 * @param from since when
 */
record DueTime(String text, Instant from, Instant at) {

    /** Finds it out for one visit. */
    static final class Finder {

        private final Flow flow;
        private final NodeInstance visit;
        private final String person;

        /**
         * @param visit null for the process
         * @param person whose calendar counts; null: that of the tenant
         */
        Finder(Flow flow, NodeInstance visit, String person) {
            this.flow = flow;
            this.visit = visit;
            this.person = person;
        }

        /** Null where nothing is said. */
        Evaluation<DueTime> of(Expression expression) {
            return text(expression).then(text -> text == null ? Evaluation.of(null) : Span.looksLike(text) ? span(text) : moment(text));
        }

        private Evaluation<DueTime> span(String text) {
            try {
                Span span = Span.parse(text);
                return span.amount() < 0 ? Evaluation.failed(text + " lies before its beginning")
                        : span.after(flow.clock(), flow.facts().calendars().of(person)).map(at -> found(text, at))
                                .orElse(Evaluation.failed(text + " is never, by the calendar"));
            } catch (IllegalArgumentException e) {
                return Evaluation.failed(text + ": " + e.getMessage());
            }
        }

        private Evaluation<DueTime> moment(String text) {
            boolean lasts = text.startsWith("P");
            // A date that is past already stays what it is: then the work is late from its beginning.
            return Schedule.parse(lasts ? TimerKind.DURATION : TimerKind.DATE, text, flow.facts().zone())
                    .then(s -> s.first(lasts ? flow.clock() : Instant.EPOCH).map(at -> found(text, at)).orElse(Evaluation.failed(text + " is never")));
        }

        private Evaluation<DueTime> found(String text, Instant at) {
            return Evaluation.of(new DueTime(text, flow.clock(), at));
        }

        /** Null where nothing is said. */
        Evaluation<String> text(Expression expression) {
            return expression == null ? Evaluation.of(null) : flow.facts().expressions().filled(expression, new Variables(flow).at(visit))
                    .then(v -> Evaluation.of(v == null || v.toString().isBlank() ? null : Value.of(v).text().strip()));
        }
    }
}
