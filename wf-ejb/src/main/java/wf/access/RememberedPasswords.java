package wf.access;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.Map;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * Passwords that were verified a short while ago, so that a program that signs on with every request does not cost a
 * full hash each time.
 *
 * <p>Only a keyed hash is kept, under a key that never leaves this process. It holds the version of the person's row:
 * after a change of password, or of anything else about the person, it no longer fits, on this node and on others.
 */
final class RememberedPasswords {
    private static final Duration LONGEST = Duration.ofMinutes(5);

    private final SecretKeySpec key = newKey();
    private final Duration time;
    private final InstantSource clock;
    private final Map<Account, Entry> entries;

    private record Entry(byte[] hash, Instant until) { }

    RememberedPasswords(Duration time, int size, InstantSource clock) {
        this.time = time.compareTo(LONGEST) > 0 ? LONGEST : time;
        this.clock = clock;
        this.entries = new LinkedHashMap<>(16, 0.75f, true) {
            private static final long serialVersionUID = 1L;

            @Override
            protected boolean removeEldestEntry(Map.Entry<Account, Entry> eldest) {
                return size() > size;
            }
        };
    }

    /** Whether this password of this person was verified within the time. */
    boolean knows(Account account, long personVersion, String password) {
        Entry entry;
        synchronized (entries) {
            entry = entries.get(account);
        }
        return entry != null && clock.instant().isBefore(entry.until())
                && MessageDigest.isEqual(entry.hash(), hash(account, personVersion, password));
    }

    /** Remembers a password that has just been verified. */
    void remember(Account account, long personVersion, String password) {
        if (!time.isZero()) {
            Entry entry = new Entry(hash(account, personVersion, password), clock.instant().plus(time));
            synchronized (entries) {
                entries.put(account, entry);
            }
        }
    }

    /** Forgets an account. */
    void forget(Account account) {
        synchronized (entries) {
            entries.remove(account);
        }
    }

    private byte[] hash(Account account, long personVersion, String password) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(key);
            for (String part : new String[] {account.tenant(), account.loginName(), Long.toString(personVersion)}) {
                mac.update(part.getBytes(StandardCharsets.UTF_8));
                mac.update((byte) 0);
            }
            return mac.doFinal(PasswordHash.bytes(password));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("This Java has no HMAC-SHA256", e);
        }
    }

    private static SecretKeySpec newKey() {
        byte[] bytes = new byte[32];
        new SecureRandom().nextBytes(bytes);
        return new SecretKeySpec(bytes, "HmacSHA256");
    }
}
