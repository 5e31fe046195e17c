package wf.notice;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import org.junit.jupiter.api.Test;
import wf.contract.ChannelWish;
import wf.contract.DigestMode;
import wf.contract.MessageKind;
import wf.contract.MessageWishes;
import wf.store.NoticeRow;

/** When somebody is told, and over what. */
class WishesTest {

    private static final List<String> USUAL = List.of("site", "mail");
    private final MessageWishes said = new MessageWishes();

    private Wishes in(String zone) {
        said.zone = zone;
        return Wishes.of(said, ZoneId.of("UTC"));
    }

    private String quiet(String from, String to, String zone, String moment) {
        said.quietFrom = from;
        said.quietTo = to;
        return in(zone).afterQuiet(Instant.parse(moment)).toString();
    }

    @Test
    void quietHoursReachOverMidnight() {
        assertThat(quiet("22:00", "07:00", "Asia/Shanghai", "2026-03-02T13:59:59Z")).as("a second before").isEqualTo("2026-03-02T13:59:59Z");
        assertThat(quiet("22:00", "07:00", "Asia/Shanghai", "2026-03-02T14:00:00Z")).as("in the evening").isEqualTo("2026-03-02T23:00:00Z");
        assertThat(quiet("22:00", "07:00", "Asia/Shanghai", "2026-03-02T20:00:00Z")).as("at night").isEqualTo("2026-03-02T23:00:00Z");
        assertThat(quiet("22:00", "07:00", "Asia/Shanghai", "2026-03-02T23:00:00Z")).as("when it is over").isEqualTo("2026-03-02T23:00:00Z");
    }

    @Test
    void quietHoursWithinADayAndNone() {
        assertThat(quiet("12:00", "13:30", "UTC", "2026-03-02T12:10:00Z")).isEqualTo("2026-03-02T13:30:00Z");
        assertThat(quiet("12:00", "13:30", "UTC", "2026-03-02T13:30:00Z")).isEqualTo("2026-03-02T13:30:00Z");
        assertThat(quiet("08:00", "08:00", "UTC", "2026-03-02T08:00:00Z")).isEqualTo("2026-03-02T08:00:00Z");
        assertThat(quiet(null, null, "UTC", "2026-03-02T08:00:00Z")).isEqualTo("2026-03-02T08:00:00Z");
    }

    @Test
    void theNightInWhichTheClockIsChangedIsAnHourLongerOrShorter() {
        assertThat(quiet("22:00", "07:00", "Europe/Berlin", "2026-03-28T23:00:00Z")).as("spring: seven is five in UTC").isEqualTo("2026-03-29T05:00:00Z");
        assertThat(quiet("22:00", "07:00", "Europe/Berlin", "2026-10-24T22:00:00Z")).as("autumn: seven is six in UTC").isEqualTo("2026-10-25T06:00:00Z");
    }

    @Test
    void anEndThatTheClockJumpsOverIsWhenItHasAndOneThatComesTwiceIsTheFirstOrTheNext() {
        assertThat(quiet("22:00", "02:30", "Europe/Berlin", "2026-03-29T00:30:00Z")).isEqualTo("2026-03-29T01:30:00Z");
        assertThat(quiet("22:00", "02:30", "Europe/Berlin", "2026-10-25T00:10:00Z")).isEqualTo("2026-10-25T00:30:00Z");
        assertThat(quiet("22:00", "02:30", "Europe/Berlin", "2026-10-25T01:10:00Z")).as("the second time that it is 02:10").isEqualTo("2026-10-25T01:30:00Z");
    }

    private NoticeRow scheduled(MessageKind kind, String channel, String moment) {
        NoticeRow row = new NoticeRow();
        row.channel = channel;
        in("Asia/Shanghai").schedule(row, kind, Instant.parse(moment));
        return row;
    }

    @Test
    void mailsComeTogetherAndWhatIsUrgentComesAtOnce() {
        said.digest = DigestMode.DAILY;
        assertThat(scheduled(MessageKind.TODO, "mail", "2026-03-02T01:00:00Z").dueAt).isEqualTo("2026-03-03T00:00:00Z");
        assertThat(scheduled(MessageKind.TODO, "mail", "2026-03-02T01:00:00Z").bundle).isEqualTo(NoticeRow.TO_BE_BUNDLED);
        assertThat(scheduled(MessageKind.URGE, "mail", "2026-03-02T01:00:00Z").dueAt).isEqualTo("2026-03-02T01:00:00Z");
        assertThat(scheduled(MessageKind.TODO, "sms", "2026-03-02T01:00:00Z").bundle).isNull();
        said.digest = DigestMode.HOURLY;
        assertThat(scheduled(MessageKind.TODO, "mail", "2026-03-02T01:12:00Z").dueAt).isEqualTo("2026-03-02T02:00:00Z");
    }

    @Test
    void aDigestWaitsForTheEndOfQuietHoursToo() {
        said.digest = DigestMode.DAILY;
        said.digestAt = "06:00";
        said.quietFrom = "22:00";
        said.quietTo = "07:00";
        assertThat(scheduled(MessageKind.TODO, "mail", "2026-03-02T01:00:00Z").dueAt).isEqualTo("2026-03-02T23:00:00Z");
    }

    @Test
    void aWishForAKindGoesBeforeTheOneForAllAndThisBeforeTheHouse() {
        assertThat(in(null).channels(MessageKind.TODO, USUAL)).isEqualTo(USUAL);
        said.channels.add(wish(null, "site"));
        said.channels.add(wish(MessageKind.URGE, "site", "sms"));
        said.channels.add(wish(MessageKind.TOREAD));
        assertThat(in(null).channels(MessageKind.TODO, USUAL)).containsExactly("site");
        assertThat(in(null).channels(MessageKind.URGE, USUAL)).containsExactly("site", "sms");
        assertThat(in(null).channels(MessageKind.TOREAD, USUAL)).isEmpty();
    }

    private static ChannelWish wish(MessageKind kind, String... channels) {
        ChannelWish wish = new ChannelWish();
        wish.kind = kind;
        wish.channels = List.of(channels);
        return wish;
    }
}
