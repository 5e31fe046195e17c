package wf.notice;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.time.Instant;
import wf.setting.Setting;
import wf.setting.Settings;
import wf.store.NoticeStore;

/** Deletes what people were told long ago, so that its table does not grow for ever. */
@Singleton
public class Forgotten {

    private static final int PORTION = 500;
    private final NoticeStore notices;
    private final Settings settings;

    @Inject
    public Forgotten(NoticeStore notices, Settings settings) {
        this.notices = notices;
        this.settings = settings;
    }

    public boolean isWanted() {
        return settings.number(Setting.NOTIFY_DAYS) > 0;
    }

    /** One portion; whether there may be more. The caller owns the transaction. */
    public boolean portion(String tenant, Instant now) {
        return notices.forget(tenant, now.minus(Duration.ofDays(settings.number(Setting.NOTIFY_DAYS))), PORTION) == PORTION;
    }
}
