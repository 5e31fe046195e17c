package wf.inbox;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.temporal.ChronoUnit;
import java.util.List;
import wf.access.Authority;
import wf.access.Caller;
import wf.command.Situations;
import wf.command.Views;
import wf.contract.ArrangementRequest;
import wf.contract.ErrorCode;
import wf.contract.LetterInfo;
import wf.contract.LetterPage;
import wf.contract.MessageKind;
import wf.contract.NoticeAction;
import wf.contract.NoticeReply;
import wf.contract.NoticeState;
import wf.contract.RelayInfo;
import wf.refusal.Messages;
import wf.refusal.Refused;
import wf.relay.Relay;
import wf.relay.RelayState;
import wf.runtime.Directories;
import wf.runtime.Right;
import wf.standing.OwnWrites;
import wf.standing.OwnWrites.Decided;
import wf.store.NoticeRow;
import wf.store.NoticeStore;

/** For administrators: what has become of messages, dead letters that are sent again, and how the relay does. */
@Singleton
public class Letters {

    private final NoticeStore notices;
    private final Relay relay;
    private final OwnWrites writes;
    private final Directories directories;
    private final Views views;

    @Inject
    public Letters(NoticeStore notices, Relay relay, OwnWrites writes, Directories directories, Views views) {
        this.notices = notices;
        this.relay = relay;
        this.writes = writes;
        this.directories = directories;
        this.views = views;
    }

    /** @param state null for dead letters */
    public LetterPage page(Caller caller, NoticeState state, String person, String channel, Long before, Integer limit) {
        writes.mustAdminister(caller);
        int size = Pages.size(caller, limit);
        List<NoticeRow> rows = notices.in(caller.tenant(), state == null ? NoticeState.DEAD : state, person, channel, before == null ? Long.MAX_VALUE : before, size + 1);
        LetterPage page = new LetterPage();
        rows.stream().limit(size).forEach(r -> page.letters.add(info(caller, r)));
        page.next = rows.size() > size ? page.letters.get(size - 1).id : null;
        return page;
    }

    public NoticeReply resend(Caller caller, long noticeId, ArrangementRequest request) {
        writes.mustAdminister(caller);
        return writes.once(caller, "resendLetter", noticeId, request, NoticeReply.class, opId -> {
            NoticeRow row = notices.find(caller.tenant(), noticeId).orElseThrow(() -> Situations.notFound(caller));
            if (!row.state.equals(NoticeState.DEAD.name()) && !row.state.equals(NoticeState.NOWHERE.name())) {
                throw Refused.because(ErrorCode.ILLEGAL_STATE, Messages.text(caller.locale(), "reject.LETTER_STATE", row.state));
            }
            NoticeReply reply = Pages.reply(opId, request);
            reply.changed = 1;
            reply.letter = info(caller, row);
            return new Decided<>(reply, () -> {
                notices.again(row, writes.now());
                reply.letter = info(caller, row);
            });
        });
    }

    private LetterInfo info(Caller caller, NoticeRow row) {
        LetterInfo info = new LetterInfo();
        info.id = row.id;
        info.person = views.person(directories.of(caller.tenant()), row.person);
        info.channel = row.channel;
        info.kind = MessageKind.valueOf(row.kind);
        info.action = NoticeAction.valueOf(row.action);
        info.state = NoticeState.valueOf(row.state);
        info.subject = mayKnow(caller, row) ? row.subject : null;
        info.attempts = row.attempts;
        info.error = row.lastError == null || row.lastError.isEmpty() ? null : row.lastError;
        info.workItemId = row.itemId == 0 ? null : row.itemId;
        info.instanceId = row.instanceId == 0 ? null : row.instanceId;
        info.createdAt = views.date(row.createdAt);
        info.dueAt = views.date(row.dueAt);
        info.sentAt = views.date(row.sentAt);
        return info;
    }

    /** Who keeps the machinery running need not know what people's work is about; what is no title of an instance says so by its kind. */
    private boolean mayKnow(Caller caller, NoticeRow row) {
        Authority authority = Authority.of(directories, caller);
        return row.person.equals(caller.person()) || authority.may(Right.INSTANCE_READ) || authority.may(Right.INSTANCE_MANAGE);
    }

    public RelayInfo relay(Caller caller) {
        writes.mustAdminister(caller);
        RelayState state = relay.state(caller.tenant());
        RelayInfo info = new RelayInfo();
        info.publishes = state.publishes();
        info.healthy = state.awaySince() == null;
        info.waiting = state.waiting();
        info.oldest = views.date(state.oldest());
        info.awaySince = views.date(state.awaySince());
        info.error = state.error();
        info.sent = state.sent();
        info.text = info.healthy ? Messages.text(caller.locale(), "relay.good", info.waiting)
                : Messages.text(caller.locale(), "relay.away", state.awaySince().truncatedTo(ChronoUnit.SECONDS), info.waiting, info.error);
        return info;
    }
}
