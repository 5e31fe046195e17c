package wf.access;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Makes whoever guesses passwords wait.
 *
 * <p>Waiting is counted for an account <em>and</em> the address it is tried from, so that nobody can lock others out from
 * his place. An address that tries many accounts has to wait as well, but not for accounts that have signed on from there
 * before: colleagues behind the same proxy go on working. So has an account that is tried from many places, but only where
 * it has not signed on before, and never for long: whoever has it goes on working where he always does. Each node counts for itself, in bounded memory.
 */
final class Lockout {
    private static final int SIZE = 20_000;
    private static final Duration LONGEST_OF_ACCOUNT = Duration.ofMinutes(1);

    private final int failures;
    private final int placeFailures;
    private final int accountFailures;
    private final Duration longest;
    private final InstantSource clock;
    private final Map<Place, Tries> pairs = bounded();
    private final Map<String, Tries> places = bounded();
    private final Map<Account, Tries> accounts = bounded();
    private final Map<Place, Boolean> known = bounded();

    private record Place(Account account, String address) { }

    private record Tries(int failures, Instant last, Instant waitUntil) { }

    Lockout(int failures, int placeFailures, int accountFailures, Duration longest, InstantSource clock) {
        this.failures = failures;
        this.placeFailures = placeFailures;
        this.accountFailures = accountFailures;
        this.longest = longest;
        this.clock = clock;
    }

    /** How long this account has to wait before it is tried from this address again; zero if it need not. */
    synchronized Duration waitFor(Account account, String address) {
        Place place = new Place(account, address);
        Duration wait = remaining(pairs.get(place));
        if (wait.isZero() && !known.containsKey(place)) {
            wait = longer(remaining(places.get(address)), remaining(accounts.get(account)));
        }
        return wait;
    }

    /** Notes a wrong password. */
    synchronized void failed(Account account, String address) {
        pairs.compute(new Place(account, address), (key, tries) -> oneMore(tries, failures, longest));
        places.compute(address, (key, tries) -> oneMore(tries, placeFailures, longest));
        accounts.compute(account, (key, tries) -> oneMore(tries, accountFailures, LONGEST_OF_ACCOUNT));
    }

    /** Notes a right password. */
    synchronized void succeeded(Account account, String address) {
        Place place = new Place(account, address);
        pairs.remove(place);
        known.put(place, Boolean.TRUE);
    }

    private Tries oneMore(Tries before, int limit, Duration most) {
        Instant now = clock.instant();
        boolean forgotten = before == null || now.isAfter(before.last().plus(longest));
        int count = forgotten ? 1 : before.failures() + 1;
        return new Tries(count, now, now.plus(shorter(wait(count - limit), most)));
    }

    private Duration wait(int beyond) {
        if (beyond < 0) {
            return Duration.ZERO;
        }
        Duration doubled = Duration.ofSeconds(1L << Math.min(beyond, 30));
        return doubled.compareTo(longest) > 0 ? longest : doubled;
    }

    private Duration remaining(Tries tries) {
        Instant now = clock.instant();
        return tries == null || !now.isBefore(tries.waitUntil())
                ? Duration.ZERO
                : Duration.between(now, tries.waitUntil());
    }

    private static Duration longer(Duration one, Duration other) {
        return one.compareTo(other) > 0 ? one : other;
    }

    private static Duration shorter(Duration one, Duration other) {
        return one.compareTo(other) < 0 ? one : other;
    }

    private static <K, V> Map<K, V> bounded() {
        return new LinkedHashMap<>(16, 0.75f, true) {
            private static final long serialVersionUID = 1L;

            @Override
            protected boolean removeEldestEntry(Map.Entry<K, V> eldest) {
                return size() > SIZE;
            }
        };
    }
}
