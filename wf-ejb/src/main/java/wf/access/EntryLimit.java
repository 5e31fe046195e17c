package wf.access;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import wf.contract.ErrorCode;
import wf.refusal.Messages;
import wf.refusal.Refused;
import wf.setting.Setting;
import wf.setting.Settings;

/**
 * How often somebody may come in by the entry from one address within a minute. What he brings there costs a statement or a
 * question to another server even where it is worth nothing. Each node counts for itself, in bounded memory.
 */
@Singleton
public class EntryLimit {
    private static final int SIZE = 20_000;
    private static final long MINUTE = 60_000;

    private final int most;
    private final InstantSource clock;
    private final Map<String, Visits> visits = new LinkedHashMap<>(16, 0.75f, true) {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Visits> eldest) {
            return size() > SIZE;
        }
    };

    private record Visits(long minute, int count) { }

    @Inject
    public EntryLimit(Settings settings, InstantSource clock) {
        this.most = settings.number(Setting.ENTER_LIMIT);
        this.clock = clock;
    }

    /** Counts a visit; refuses one too many. */
    public void mayEnter(String clientIp, Locale locale) {
        long now = clock.millis();
        if (counted(Address.place(clientIp), now / MINUTE) > most) {
            throw Refused.because(ErrorCode.TOO_MANY, Messages.text(locale, "access.enter.many", (MINUTE - now % MINUTE + 999) / 1000));
        }
    }

    private synchronized int counted(String place, long minute) {
        return visits.compute(place, (key, before) -> before == null || before.minute() != minute ? new Visits(minute, 1)
                : new Visits(minute, Math.min(before.count() + 1, Integer.MAX_VALUE - 1))).count();
    }
}
