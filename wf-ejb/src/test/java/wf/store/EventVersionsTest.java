package wf.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.lang.reflect.RecordComponent;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import wf.contract.Vote;
import wf.instance.Event;
import wf.instance.TokenEvent.NodeResumed;
import wf.instance.TokenEvent.VoteCast;

/** Events of an earlier program are brought up to what this one knows. */
class EventVersionsTest {

    @Test
    void anEventOfTheFirstVersionCarriesItsNameAlone() {
        String body = Json.write(new JournalBody(List.of(new NodeResumed(7)), null, null));
        assertThat(body).contains("\"event\":\"NodeResumed\"");
        assertThat(Json.readJournal(body, null).events()).containsExactly(new NodeResumed(7));
    }

    @Test
    void anOldEventGoesThroughEachConverterUntilItIsAsNewOnes() {
        EventVersions versions = new EventVersions(Map.of("VoteCast", 3), Map.of(
                "VoteCast", old -> old.put("event", "VoteCast.2").put("workItemId", old.remove("item").asLong()),
                "VoteCast.2", old -> old.put("event", "VoteCast.3").put("vote", old.get("vote").asText().equals("YES") ? "AGREE" : "DISAGREE")));
        String first = "{\"events\":[{\"event\":\"NodeResumed\",\"nodeInstanceId\":7},{\"event\":\"VoteCast\",\"nodeInstanceId\":7,\"item\":8,\"vote\":\"YES\"}]}";
        assertThat(Json.readJournal(first, null, versions).events()).containsExactly(new NodeResumed(7), new VoteCast(7, 8, Vote.AGREE));
        String second = "{\"events\":[{\"event\":\"VoteCast.2\",\"nodeInstanceId\":7,\"workItemId\":9,\"vote\":\"NO\"}]}";
        assertThat(Json.readJournal(second, null, versions).events()).containsExactly(new VoteCast(7, 9, Vote.DISAGREE));
        assertThat(versions.name(VoteCast.class)).isEqualTo("VoteCast.3");
    }

    @Test
    void anEventThatIsCalledOtherwiseTodayIsFoundUnderItsOldName() {
        EventVersions versions = new EventVersions(Map.of(), Map.of("TokenWokeUp", old -> old.put("event", "NodeResumed")));
        assertThat(Json.readJournal("{\"events\":[{\"event\":\"TokenWokeUp\",\"nodeInstanceId\":7}]}", null, versions).events())
                .containsExactly(new NodeResumed(7));
    }

    /** {@code events.txt} has every event as it was released, one a line; lines are added and never changed. */
    @Test
    void everyEventThatWasReleasedIsStillUnderstood() throws IOException {
        Map<String, List<String>> now = events();
        for (String line : released()) {
            String name = line.substring(0, line.indexOf('('));
            List<String> components = Arrays.stream(line.substring(line.indexOf('(') + 1, line.length() - 1).split(", ")).filter(c -> !c.isEmpty()).toList();
            boolean converted = EventVersions.CURRENT.converters().containsKey(name);
            assertThat(converted || now.containsKey(name) && now.get(name).containsAll(components))
                    .as("%s was released so: what is written in journals needs a converter in EventVersions, since it is now %s%s", line, name, now.get(name)).isTrue();
        }
        assertThat(released()).hasSizeGreaterThan(30);
    }

    private static List<String> released() throws IOException {
        try (InputStream in = EventVersionsTest.class.getResourceAsStream("/wf/upgrade/events.txt")) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8).lines().toList();
        }
    }

    private static Map<String, List<String>> events() {
        Map<String, List<String>> events = new TreeMap<>();
        Stream.of(Event.class.getPermittedSubclasses()).flatMap(g -> Stream.of(g.getPermittedSubclasses()))
                .forEach(e -> events.put(EventVersions.CURRENT.name(e.asSubclass(Event.class)), Arrays.stream(e.getRecordComponents())
                        .map(EventVersionsTest::text).toList()));
        return events;
    }

    private static String text(RecordComponent component) {
        return component.getName() + " " + component.getGenericType().getTypeName().replaceAll("[a-z.]+\\.(?=[A-Z])", "").replace('$', '.');
    }
}
