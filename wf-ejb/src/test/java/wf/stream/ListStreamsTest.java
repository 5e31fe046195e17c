package wf.stream;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import wf.access.Caller;
import wf.access.Service;
import wf.access.StillIn;
import wf.contract.ErrorCode;
import wf.meter.Meters;
import wf.org.DeputyRow;
import wf.refusal.Refused;
import wf.runtime.Directory;
import wf.runtime.Member;
import wf.setting.Settings;
import wf.store.MutableClock;

class ListStreamsTest {

    private static final Instant NOW = Instant.parse("2026-03-02T08:00:00Z");
    private final MutableClock clock = new MutableClock();
    private final Map<String, Set<String>> people = new HashMap<>(Map.of(
            "li", Set.of("user:li", "group:finance"), "wang", Set.of("user:wang"), "zhao", Set.of("user:zhao", "group:finance")));
    private final List<DeputyRow> grants = new ArrayList<>();
    private final Set<String> gone = new HashSet<>();
    private final ListStreams streams = streams(Map.of());

    private ListStreams streams(Map<String, String> settings) {
        return new ListStreams(new Hearing(tenant -> new Company(), null, null, clock) {
            @Override
            protected List<DeputyRow> grants(Caller caller) {
                return grants.stream().filter(g -> g.deputy.equals(caller.person())).toList();
            }
        }, new StillIn(null, null, null, null) {
            @Override
            public Set<Caller> gone(Collection<Caller> callers, String operation) {
                return new HashSet<>(callers.stream().filter(c -> gone.contains(c.person())).toList());
            }
        }, new Meters(), clock, new Settings(settings::get, name -> null));
    }

    private final class Company implements Directory {
        @Override
        public Optional<Member> member(String id) {
            return Optional.ofNullable(people.get(id)).map(m -> new Member(id, id, m, false));
        }

        @Override
        public List<String> membersOf(String candidate) {
            return List.of();
        }
    }

    /** What somebody hears, as long as his line takes it. */
    private final class Heard implements Line {
        final List<String> said = new ArrayList<>();
        ListStream stream;
        String lastId;
        boolean takes = true;
        boolean ended;

        @Override
        public void pump() {
            for (Optional<News> news = takes ? stream.take(clock.instant()) : Optional.empty(); news.isPresent(); news = stream.take(clock.instant())) {
                said.add(news.get().all() ? "all" : news.get().lists().toString());
                lastId = ListStreams.id(news.get());
            }
        }

        @Override
        public void end() {
            ended = true;
        }
    }

    private Heard listens(ListStreams at, Caller caller, String lastId) {
        Heard heard = new Heard();
        heard.stream = at.open(caller, lastId);
        heard.stream.over(heard);
        heard.pump();
        return heard;
    }

    private Heard listens(String person) {
        return listens(streams, caller(person), null);
    }

    private static Caller caller(String person) {
        return new Caller("t1", person, "REST", "127.0.0.1", Locale.ENGLISH);
    }

    private void changed(String... texts) {
        streams.heard("t1", Arrays.stream(texts).map(ListChange::read).toList());
    }

    private void later(long seconds) {
        for (long s = 0; s < seconds; s++) {
            clock.advance(Duration.ofSeconds(1));
            streams.turn();
        }
    }

    @Test
    void whoeverHasToGoBeforeHisLineStandsIsHungUpOn() {
        Heard heard = new Heard();
        heard.stream = streams.open(caller("li"), null);
        streams.closeAll();
        heard.stream.over(heard);
        assertThat(heard.ended).isTrue();
    }

    @Test
    void manyWhoHearOfTheSameReadOneAfterAnother() {
        List<Heard> clerks = new ArrayList<>();
        for (int i = 0; i < 50; i++) {
            people.put("clerk" + i, Set.of("user:clerk" + i, "group:tax"));
            clerks.add(listens("clerk" + i));
        }
        clerks.forEach(clerk -> clerk.said.clear());
        later(2);
        changed("CLAIMABLE group:tax");
        assertThat(clerks).filteredOn(clerk -> clerk.said.isEmpty()).as("those who are told a little later").isNotEmpty();
        later(2);
        assertThat(clerks).allSatisfy(clerk -> assertThat(clerk.said).containsExactly("[CLAIMABLE]"));
    }

    @Test
    void aTaskThatTheServerHasForgottenSilencesNobody() {
        List<Runnable> forgotten = new ArrayList<>();
        Heard li = listens("li");
        li.said.clear();
        later(2);
        streams.speakOn(forgotten::add);
        changed("TODO user:li");
        later(5);
        assertThat(forgotten).hasSize(1);
        streams.speakOn(Runnable::run);
        later(10);
        assertThat(li.said).containsExactly("[TODO]");
    }

    @Test
    void eachHearsOfHisOwnListsAlone() {
        Heard li = listens("li");
        Heard wang = listens("wang");
        later(2);
        changed("TODO user:li", "CLAIMABLE group:finance");
        assertThat(li.said).containsExactly("all", "[TODO, CLAIMABLE]");
        assertThat(wang.said).containsExactly("all");
        streams.heard("t2", List.of(ListChange.read("TODO user:wang")));
        later(2);
        assertThat(wang.said).as("of another tenant").containsExactly("all");
    }

    @Test
    void whateverChangesWhileHeReadsHeIsToldOnce() {
        Heard li = listens("li");
        later(2);
        changed("TODO user:li");
        changed("TODO user:li");
        changed("DONE user:li", "TODO user:li");
        assertThat(li.said).containsExactly("all", "[TODO]");
        later(1);
        assertThat(li.said).containsExactly("all", "[TODO]", "[TODO, DONE]");
    }

    @Test
    void whoeverIsSlowKeepsNothingButNamesOfLists() {
        Heard li = listens("li");
        li.takes = false;
        later(5);
        for (int i = 0; i < 1_000; i++) {
            changed("TODO user:li", "DONE user:li");
        }
        li.takes = true;
        later(1);
        assertThat(li.said).containsExactly("all", "[TODO, DONE]");
    }

    @Test
    void whoeverTakesNothingIsLetGo() {
        Heard li = listens("li");
        li.takes = false;
        later(70);
        assertThat(li.ended).isTrue();
        assertThat(streams.open()).isZero();
    }

    @Test
    void aSignOfLifeComesWhileNothingHappens() {
        Heard li = listens("li");
        later(46);
        assertThat(li.said).containsExactly("all", "[]", "[]", "[]");
    }

    @Test
    void whoeverComesBackSoonIsToldWhatHeMissed() {
        streams.hearsFrom(clock.instant());
        later(60);
        Heard li = listens("li");
        later(20);
        String heard = li.lastId;
        streams.close(li.stream);
        later(20);
        changed("DONE user:li", "TODO user:wang");
        assertThat(listens(streams, caller("li"), heard).said).containsExactly("[DONE]");
        assertThat(listens(streams, caller("zhao"), heard).said).as("nothing").isEmpty();
    }

    @Test
    void whoeverComesBackWithWhatNobodyRemembersReadsAllAnew() {
        String before = Long.toString(clock.millis());
        later(60);
        streams.hearsFrom(clock.instant());
        later(60);
        for (String id : List.of(before, "-1", "tomorrow", "9999999999999", "1234567890123456789012345678901234567890")) {
            assertThat(listens(streams, caller("li"), id).said).as(id).containsExactly("all");
        }
    }

    @Test
    void aNodeThatBeginsToHearTellsThoseWhoCameBefore() {
        Heard li = listens("li");
        streams.hearsFrom(clock.instant().plusSeconds(10));
        later(9);
        assertThat(li.said).containsExactly("all");
        Heard zhao = listens("zhao");
        later(3);
        Heard wang = listens("wang");
        later(3);
        assertThat(li.said).containsExactly("all", "all");
        assertThat(zhao.said).containsExactly("all", "all");
        assertThat(wang.said).containsExactly("all");
    }

    @Test
    void whatWasLostIsToldToAllOfTheTenantOnceAMinute() {
        Heard li = listens("li");
        later(2);
        changed("*");
        later(2);
        changed("*");
        later(30);
        assertThat(li.said).filteredOn("all"::equals).hasSize(2);
        later(40);
        assertThat(li.said).filteredOn("all"::equals).hasSize(3);
    }

    @Test
    void aDeputyHearsOfTheWorkOfHisPrincipalAndOfNothingElseOfHis() {
        DeputyRow grant = new DeputyRow();
        grant.tenant = "t1";
        grant.deputy = "wang";
        grant.principal = "li";
        grant.validFrom = NOW.plusSeconds(100);
        grants.add(grant);
        Heard wang = listens("wang");
        later(2);
        changed("TODO user:li");
        later(2);
        assertThat(wang.said).as("before its time").containsExactly("all");
        later(140);
        wang.said.clear();
        changed("TODO user:li", "DONE user:li", "CLAIMABLE group:finance");
        later(2);
        assertThat(wang.said).filteredOn(s -> !s.equals("[]")).containsExactly("[TODO, CLAIMABLE]");
    }

    @Test
    void whoeverComesIntoAGroupHearsOfWhatIsOfferedToIt() {
        Heard wang = listens("wang");
        later(2);
        people.put("wang", Set.of("user:wang", "group:finance"));
        later(31);
        assertThat(wang.said).contains("[TODO, CLAIMABLE, OVERDUE]");
        wang.said.clear();
        changed("CLAIMABLE group:finance");
        later(1);
        assertThat(wang.said).containsExactly("[CLAIMABLE]");
    }

    @Test
    void whoeverMayNotAnyMoreIsLetGo() {
        Heard li = listens("li");
        Heard wang = listens("wang");
        gone.add("li");
        people.remove("wang");
        later(31);
        assertThat(li.ended).isTrue();
        assertThat(wang.ended).isTrue();
        assertThat(streams.open()).isZero();
    }

    @Test
    void nobodyListensForEver() {
        Heard li = listens("li");
        later(26 * 60);
        assertThat(li.ended).isFalse();
        later(8 * 60);
        assertThat(li.ended).isTrue();
    }

    @Test
    void onePersonListensAtSoManyPlacesAndOneNodeHasSoMany() {
        ListStreams small = streams(Map.of("wf.stream.person", "2", "wf.stream.most", "3"));
        Heard first = listens(small, caller("li"), null);
        listens(small, caller("li"), null);
        assertThat(refusal(() -> small.open(caller("li"), null))).isEqualTo(ErrorCode.TOO_MANY);
        listens(small, caller("wang"), null);
        assertThat(refusal(() -> small.open(caller("zhao"), null))).isEqualTo(ErrorCode.UNAVAILABLE);
        small.close(first.stream);
        small.close(first.stream);
        assertThat(small.open()).isEqualTo(2);
        listens(small, caller("li"), null);
        assertThat(small.open()).isEqualTo(3);
        small.closeAll();
        assertThat(small.open()).isZero();
        assertThat(refusal(() -> small.open(caller("li"), null))).isEqualTo(ErrorCode.UNAVAILABLE);
    }

    @Test
    void nobodyListensWhoIsNotThereOrMayNotReadLists() {
        assertThat(refusal(() -> streams.open(caller("nobody"), null))).isEqualTo(ErrorCode.UNAUTHENTICATED);
        Caller program = new Caller("t1", "li", "REST", "127.0.0.1", Locale.ENGLISH, new Service("portal", Set.of("submit")), null);
        assertThat(refusal(() -> streams.open(program, null))).isEqualTo(ErrorCode.FORBIDDEN);
    }

    private static ErrorCode refusal(org.assertj.core.api.ThrowableAssert.ThrowingCallable what) {
        return catchThrowableOfType(what, Refused.class).problem().code;
    }
}
