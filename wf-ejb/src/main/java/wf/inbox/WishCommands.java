package wf.inbox;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import jakarta.persistence.EntityManager;
import java.time.DateTimeException;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.Set;
import wf.access.Caller;
import wf.command.Inputs;
import wf.contract.ChannelWish;
import wf.contract.MessageKind;
import wf.contract.MessageWishes;
import wf.contract.NoticeReply;
import wf.contract.WishesRequest;
import wf.notice.Channels;
import wf.notice.WishKey;
import wf.notice.WishRow;
import wf.standing.OwnWrites;
import wf.standing.OwnWrites.Decided;
import wf.store.Json;

/** How somebody wants to be told: he alone says it. */
@Singleton
public class WishCommands {

    private static final int LONGEST = 4_000;
    private final EntityManager em;
    private final Channels channels;
    private final OwnWrites writes;

    @Inject
    public WishCommands(EntityManager em, Channels channels, OwnWrites writes) {
        this.em = em;
        this.channels = channels;
        this.writes = writes;
    }

    public MessageWishes get(Caller caller) {
        WishRow row = em.find(WishRow.class, new WishKey(caller.tenant(), caller.person()));
        return row == null ? new MessageWishes() : Json.read(row.body, MessageWishes.class);
    }

    public NoticeReply put(Caller caller, WishesRequest request) {
        return writes.once(caller, "putMessageWishes", caller.person(), request, NoticeReply.class, opId -> {
            Inputs.require(request.wishes != null, caller.locale(), "GIVEN", "wishes");
            check(caller, request.wishes);
            NoticeReply reply = Pages.reply(opId, request);
            reply.wishes = request.wishes;
            return new Decided<>(reply, () -> store(caller, Json.write(request.wishes)));
        });
    }

    private void check(Caller caller, MessageWishes wishes) {
        Inputs.texts(wishes, caller.locale());
        time(caller, "quietFrom", wishes.quietFrom);
        time(caller, "quietTo", wishes.quietTo);
        time(caller, "digestAt", wishes.digestAt);
        Inputs.require((wishes.quietFrom == null) == (wishes.quietTo == null), caller.locale(), "GIVEN", "quietFrom, quietTo");
        try {
            ZoneId zone = wishes.zone == null ? null : ZoneId.of(wishes.zone);
            wishes.zone = zone == null ? null : zone.getId();
        } catch (DateTimeException e) {
            Inputs.require(false, caller.locale(), "ZONE", wishes.zone);
        }
        wishes.channels = wishes.channels == null ? new ArrayList<>() : wishes.channels;
        Set<MessageKind> kinds = new HashSet<>();
        for (ChannelWish wish : wishes.channels) {
            Inputs.require(wish != null && wish.channels != null && kinds.add(wish.kind), caller.locale(), "GIVEN", "channels");
            wish.channels.forEach(c -> Inputs.require(c != null && channels.names().contains(c), caller.locale(), "CHANNEL", String.valueOf(c), channels.names().toString()));
        }
        Inputs.require(Json.write(wishes).length() <= LONGEST, caller.locale(), "TEXT_TOO_LONG", "wishes", LONGEST);
    }

    private static void time(Caller caller, String field, String text) {
        try {
            Inputs.require(text == null || text.matches("\\d\\d:\\d\\d") && LocalTime.parse(text) != null, caller.locale(), "TIME_OF_DAY", field);
        } catch (DateTimeException e) {
            Inputs.require(false, caller.locale(), "TIME_OF_DAY", field);
        }
    }

    private void store(Caller caller, String body) {
        WishRow row = em.find(WishRow.class, new WishKey(caller.tenant(), caller.person()));
        if (row == null) {
            row = new WishRow();
            row.tenant = caller.tenant();
            row.person = caller.person();
            row.body = body;
            em.persist(row);
        } else {
            em.createQuery("update WishRow w set w.body = :body where w.tenant = :tenant and w.person = :person").setParameter("body", body)
                    .setParameter("tenant", row.tenant).setParameter("person", row.person).executeUpdate();
        }
    }
}
