package wf.micro.fuzz;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Random;

/**
 * Rounds of requests. In each, every door gets one: in the first by the administrator, with as little as can be, in the next two as it should be, then by one or another
 * and mostly spoiled. After each round what was refused is sent again (see {@link Leavings}) and the log is read.
 */
final class Campaign {
    private static final List<String> PEOPLE = List.of("admin", "admin", "admin", "admin", "zhao", "zhao", "zhao", "li", "li", "wang", "qian", Heads.NOBODY);
    private static final int GOOD_ROUNDS = 3;

    private final List<Door> doors;
    private final Stock stock;
    private final Landscape landscape;
    private final Volley volley;
    private final Leavings leavings;
    private final LogWatch log;
    private final Tally tally;
    private final Complaints complaints;
    private final long seed;
    private int number;

    Campaign(List<Door> doors, Stock stock, Landscape landscape, Volley volley, Leavings leavings, LogWatch log, Complaints complaints, long seed) {
        this.doors = new ArrayList<>(doors);
        this.stock = stock;
        this.landscape = landscape;
        this.volley = volley;
        this.leavings = leavings;
        this.log = log;
        this.complaints = complaints;
        this.seed = seed;
        tally = new Tally(doors);
    }

    Tally run(int requests) throws InterruptedException, IOException {
        long until = System.currentTimeMillis() + Duration.ofMinutes(Long.getLong("wf.fuzz.minutes", 60)).toMillis();
        for (int round = 0; round < GOOD_ROUNDS || tally.requests() < requests && System.currentTimeMillis() < until; round++) {
            landscape.renew();
            Collections.shuffle(doors, new Random(seed + round));
            // A service that somebody has stopped refuses all that comes after.
            doors.sort(Comparator.comparing(door -> door.operation().equals("stopService")));
            List<Volley.Fired> fired = new ArrayList<>(volley.fire(shots(round)));
            judge(fired);
            landscape.restart();
            List<Volley.Fired> again = leavings.again(fired.stream().filter(f -> Judge.isRefused(f.answer())).map(Volley.Fired::shot).toList());
            judge(again);
            fired.addAll(again);
            readLog(fired);
        }
        return tally;
    }

    private List<Shot> shots(int round) {
        List<Shot> shots = new ArrayList<>();
        for (Door door : doors) {
            Random random = new Random(seed * 31 + number);
            String person = round == 0 ? "admin" : PEOPLE.get(random.nextInt(PEOPLE.size()));
            shots.add(shot(door, person, round < GOOD_ROUNDS || random.nextInt(8) == 0, round == 0, random));
            number++;
        }
        return shots;
    }

    private Shot shot(Door door, String person, boolean good, boolean sparing, Random random) {
        if (door.isSoap()) {
            SoapShots soap = new SoapShots(stock, random, sparing);
            return good ? soap.good(number, door, person) : soap.spoiled(number, door, person);
        }
        RestShots rest = new RestShots(stock, random, sparing);
        return good ? rest.good(number, door, person) : rest.spoiled(number, door, person);
    }

    private void judge(List<Volley.Fired> fired) throws InterruptedException {
        for (Volley.Fired one : fired) {
            tally.note(one.shot(), one.answer());
            Judge.complaint(one.shot(), one.answer()).ifPresent(what -> complaints.add(one.shot(), what, one.answer()));
            if (Judge.isSlow(one.answer())) {
                alone(one.shot());
            }
        }
    }

    /** A machine that has much else to do is slow, too; so only what is slow once more, by itself, is to blame. */
    private void alone(Shot shot) throws InterruptedException {
        Answer answer = volley.fire(List.of(shot)).get(0).answer();
        if (Judge.isSlow(answer)) {
            complaints.add(shot, "slower than " + Judge.SLOW + " ms", answer);
        }
    }

    /** Whose request was being answered when something came into the log is a suspect. */
    private void readLog(List<Volley.Fired> fired) throws IOException {
        for (LogWatch.Entry error : log.errors()) {
            List<String> suspects = fired.stream().filter(f -> f.answer().begun() <= error.at() + 1 && error.at() <= f.answer().begun() + f.answer().millis() + 1)
                    .map(f -> f.shot() + " -> " + f.answer().status()).limit(6).toList();
            complaints.add("in the log: " + error.text().lines().limit(2).reduce("", (a, b) -> a + b.replaceFirst("^\\S+ \\S+ ", " ")).replaceAll("[0-9a-f-]{36}", "…"),
                    error.text() + "\n    while: " + String.join("\n      ", suspects));
        }
    }
}
