package wf.definition;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import wf.contract.ParticipantRole;

/**
 * What a model says about who may see what, beyond those who work on an instance: readers of the process (流程读者), of a
 * node once a token has come to it (节点读者), and of what has ended (流程结束后权限指定); whose opinions are shown to whom;
 * and fields of the process that no node shows but that are sensitive all the same.
 *
 * @param readers candidates ({@code user:li}, {@code group:finance}) or expressions that name some
 * @param endReaders the same, for instances that have ended
 * @param monitors the same, of those who watch over instances (流程监控者)
 * @param nodeReaders the same, by node
 * @param opinions by node; a node that is not named shows them to all
 * @param sources by which readers, monitors and starters are found (§6.5), where the model has elements for them
 * @param nodeSources the same of readers, by node
 */
public record Disclosure(List<String> readers, List<String> endReaders, List<String> monitors, Map<String, List<String>> nodeReaders,
        Map<String, OpinionAudience> opinions, List<Field> fields, Map<ParticipantRole, Sourcing> sources, Map<String, Sourcing> nodeSources) {

    public static final Disclosure NONE = new Disclosure(List.of(), List.of(), List.of(), Map.of(), Map.of(), List.of(), Map.of(), Map.of());
    private static final String READERS = "readers";

    public Disclosure {
        readers = List.copyOf(readers);
        endReaders = List.copyOf(endReaders);
        monitors = List.copyOf(monitors);
        nodeReaders = Map.copyOf(nodeReaders);
        opinions = Map.copyOf(opinions);
        fields = List.copyOf(fields);
        sources = Map.copyOf(sources);
        nodeSources = Map.copyOf(nodeSources);
    }

    /**
     * Reads {@code wf:readers}, {@code wf:endReaders}, {@code wf:monitors} and {@code wf:field} of the process, {@code wf:readers} and
     * {@code wf:opinions} of its nodes; who they are stands in an attribute or is found by an element of that name.
     */
    public static Disclosure read(ModelElement process, Collection<Node> nodes, Findings findings) {
        Map<String, List<String>> nodeReaders = new HashMap<>();
        Map<String, OpinionAudience> opinions = new HashMap<>();
        Map<String, Sourcing> nodeSources = new HashMap<>();
        for (Node node : nodes) {
            process.find(node.id()).ifPresent(element -> {
                Sourcing.read(element, READERS).ifPresent(sourcing -> nodeSources.put(node.id(), sourcing));
                List<String> readers = candidates(element, READERS);
                if (!readers.isEmpty()) {
                    nodeReaders.put(node.id(), readers);
                }
                element.extension("opinions").ifPresent(text -> opinions.put(node.id(), audience(text, node.id(), findings)));
            });
        }
        return new Disclosure(candidates(process, READERS), candidates(process, "endReaders"), candidates(process, "monitors"), nodeReaders, opinions,
                process.extensions("field").stream().map(f -> Field.read(f, findings, process.id())).toList(), sources(process), nodeSources);
    }

    private static Map<ParticipantRole, Sourcing> sources(ModelElement process) {
        Map<ParticipantRole, Sourcing> sources = new EnumMap<>(ParticipantRole.class);
        Map.of(READERS, ParticipantRole.READER, "endReaders", ParticipantRole.END_READER, "monitors", ParticipantRole.MONITOR, "starters", ParticipantRole.STARTER)
                .forEach((name, role) -> Sourcing.read(process, name).ifPresent(sourcing -> sources.put(role, sourcing)));
        return sources;
    }

    private static List<String> candidates(ModelElement element, String attribute) {
        return element.extension(attribute).map(Disclosure::names).orElse(List.of());
    }

    /** People as models name them, each as a candidate. Commas inside an expression are its own. */
    public static List<String> names(String text) {
        if (text.contains("${")) {
            return List.of(text.strip());
        }
        List<String> names = new ArrayList<>();
        Arrays.stream(text.split(",")).map(String::strip).filter(n -> !n.isEmpty()).forEach(n -> names.add(n.contains(":") ? n : "user:" + n));
        return names;
    }

    private static OpinionAudience audience(String text, String nodeId, Findings findings) {
        for (OpinionAudience audience : OpinionAudience.values()) {
            if (audience.name().toLowerCase(Locale.ROOT).equals(text)) {
                return audience;
            }
        }
        findings.error("OPINION_AUDIENCE", nodeId, text);
        return OpinionAudience.ALL;
    }

    /** Candidates that are expressions, for the check of their syntax. */
    public List<String> templates() {
        return Stream.concat(Stream.concat(Stream.of(readers, endReaders, monitors), nodeReaders.values().stream()).flatMap(List::stream)
                .filter(c -> c.contains("${")), allSources().flatMap(s -> s.templates().stream())).toList();
    }

    private Stream<Sourcing> allSources() {
        return Stream.concat(sources.values().stream(), nodeSources.values().stream());
    }

    /** Whether a source asks who has handled a node. */
    boolean looksBack() {
        return allSources().anyMatch(Sourcing::looksBack);
    }

    /** Whether readers or monitors are found by sources. */
    public boolean findsOnlookers() {
        return !nodeSources.isEmpty() || sources.keySet().stream().anyMatch(role -> role != ParticipantRole.STARTER);
    }

    public Optional<Sourcing> sourcesOf(ParticipantRole role) {
        return Optional.ofNullable(sources.get(role));
    }

    public OpinionAudience opinionsAt(String nodeId) {
        return nodeId == null ? OpinionAudience.ALL : opinions.getOrDefault(nodeId, OpinionAudience.ALL);
    }
}
