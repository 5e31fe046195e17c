package wf.inbox;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Objects;
import wf.access.Caller;
import wf.command.Inputs;
import wf.command.Views;
import wf.contract.Count;
import wf.contract.MarkNoticesRequest;
import wf.contract.MessageKind;
import wf.contract.NoticeInfo;
import wf.contract.NoticePage;
import wf.contract.NoticeReply;
import wf.contract.NoticeState;
import wf.standing.OwnWrites;
import wf.standing.OwnWrites.Decided;
import wf.store.NoticeRow;
import wf.store.NoticeStore;

/** 站内消息: the messages that lie in the site for somebody, who reads and deletes them; nobody else sees them. */
@Singleton
public class Box {

    private static final int MOST_COUNTED = 1_000;
    private static final int MOST_MARKED = 1_000;
    private final NoticeStore notices;
    private final OwnWrites writes;
    private final Views views;

    @Inject
    public Box(NoticeStore notices, OwnWrites writes, Views views) {
        this.notices = notices;
        this.writes = writes;
        this.views = views;
    }

    public NoticePage page(Caller caller, boolean unread, Long before, Integer limit) {
        int size = Pages.size(caller, limit);
        List<NoticeRow> rows = notices.box(caller.tenant(), caller.person(), unread, before == null ? Long.MAX_VALUE : before, size + 1);
        NoticePage page = new NoticePage();
        rows.stream().limit(size).forEach(r -> page.notices.add(info(r)));
        page.next = rows.size() > size ? page.notices.get(size - 1).id : null;
        return page;
    }

    private NoticeInfo info(NoticeRow row) {
        NoticeInfo info = new NoticeInfo();
        info.id = row.id;
        info.kind = MessageKind.valueOf(row.kind);
        info.state = NoticeState.valueOf(row.state);
        info.subject = row.subject;
        info.body = row.body;
        info.workItemId = row.itemId == 0 ? null : row.itemId;
        info.instanceId = row.instanceId == 0 ? null : row.instanceId;
        info.createdAt = views.date(row.createdAt);
        info.readAt = views.date(row.readAt);
        return info;
    }

    /** Counted to a thousand: a bell shows no more. */
    public Count unread(Caller caller) {
        long found = notices.unread(caller.tenant(), caller.person(), MOST_COUNTED + 1);
        Count count = new Count();
        count.count = Math.min(found, MOST_COUNTED);
        count.more = found > MOST_COUNTED;
        return count;
    }

    public NoticeReply mark(Caller caller, MarkNoticesRequest request) {
        return writes.once(caller, "markNotices", caller.person(), request, NoticeReply.class, opId -> {
            List<Long> ids = request.all || request.ids == null ? null : request.ids.stream().filter(Objects::nonNull).distinct().toList();
            Inputs.require(request.all || ids != null && !ids.isEmpty() && ids.size() <= MOST_MARKED, caller.locale(), "GIVEN", "ids, all");
            NoticeReply reply = Pages.reply(opId, request);
            NoticeState state = request.delete ? NoticeState.GONE : NoticeState.READ;
            return new Decided<>(reply, () -> reply.changed = notices.mark(caller.tenant(), caller.person(), ids, state, writes.now()));
        });
    }
}
