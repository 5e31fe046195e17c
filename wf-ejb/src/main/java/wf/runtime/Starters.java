package wf.runtime;

import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import wf.contract.ParticipantRole;
import wf.definition.ProcessDefinition;
import wf.definition.Source;
import wf.definition.Sourcing;
import wf.instance.TokenEvent.ParticipantsFound;
import wf.rule.Expression;

/**
 * Who may start instances of a definition (I6): whom its model names, or whom its sources mean, looked at from whoever asks. There are no
 * variables yet, so the check of the model lets such sources have neither expressions nor variables.
 */
public final class Starters {

    private final ProcessDefinition definition;
    private final Directory directory;

    public Starters(ProcessDefinition definition, Directory directory) {
        this.definition = definition;
        this.directory = directory;
    }

    /** Everybody is, where the model says nothing. */
    public boolean include(Member person) {
        Optional<Sourcing> sourcing = definition.disclosure().sourcesOf(ParticipantRole.STARTER);
        if (sourcing.isPresent()) {
            return person.isAmong(new Search(new AskersGround(person)).by(sourcing.get()).orElseThrow().candidates());
        }
        return definition.starters().isEmpty() || person.isAmong(definition.starters());
    }

    /** What the sources said when this person started an instance; empty where there are none. */
    public Optional<ParticipantsFound> found(Member person) {
        return definition.disclosure().sourcesOf(ParticipantRole.STARTER).flatMap(s -> new Search(new AskersGround(person)).by(s))
                .map(o -> new ParticipantsFound(0, null, o.found(), List.of(), null, ParticipantRole.STARTER, List.of()));
    }

    /** From whoever asks, and with nothing but the organisation. */
    private final class AskersGround implements Ground {
        private final Member person;

        AskersGround(Member person) {
            this.person = person;
        }

        @Override
        public Directory directory() {
            return directory;
        }

        @Override
        public Optional<Set<String>> named(Expression what, String prefix) {
            return Optional.of(Participants.names(what.text()).stream().map(n -> n.contains(":") ? n : prefix + n)
                    .collect(Collectors.toCollection(LinkedHashSet::new)));
        }

        @Override
        public Set<String> inVariable(String name) {
            return Set.of();
        }

        @Override
        public Optional<Set<String>> answered(String bean) {
            return Optional.of(Set.of());
        }

        @Override
        public List<Standpoint> bases(Source source) {
            return List.of(Standpoint.of(person.id()));
        }

        @Override
        public List<String> chosen(Collection<String> people, Sourcing sourcing) {
            return List.copyOf(people);
        }
    }
}
