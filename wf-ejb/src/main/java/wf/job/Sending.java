package wf.job;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import wf.access.Authority;
import wf.access.Caller;
import wf.command.Idempotency;
import wf.command.Inputs;
import wf.command.Outcome;
import wf.command.Views;
import wf.contract.ErrorCode;
import wf.contract.MessageOutcome;
import wf.contract.MessageReply;
import wf.contract.MessageRequest;
import wf.contract.Property;
import wf.contract.SignalReply;
import wf.contract.SignalRequest;
import wf.refusal.Messages;
import wf.refusal.Refused;
import wf.runtime.Directories;
import wf.runtime.Right;
import wf.store.InstanceStore;
import wf.store.JobBody;
import wf.store.JobRow;
import wf.store.MessageAddress;
import wf.value.Value;

/** Messages and signals that come from outside: by administrators, and the programs that sign on as one. */
@Singleton
public class Sending {

    private static final int LONGEST = 1_000;
    private static final int MOST_VARIABLES = 1_000;
    private final Delivery delivery;
    private final Signals signals;
    private final Settling settling;
    private final Idempotency idempotency;
    private final InstanceStore writes;
    private final Directories directories;
    private final Views views;
    private final InstantSource clock;

    @Inject
    public Sending(Delivery delivery, Signals signals, Settling settling, Idempotency idempotency, InstanceStore writes,
            Directories directories, Views views, InstantSource clock) {
        this.delivery = delivery;
        this.signals = signals;
        this.settling = settling;
        this.idempotency = idempotency;
        this.writes = writes;
        this.directories = directories;
        this.views = views;
        this.clock = clock;
    }

    private record Sent<R>(R reply, List<JobRow> due) { }

    // ---- messages ----

    public MessageReply message(Caller caller, MessageRequest request) {
        mustAdminister(caller);
        Map<String, Value> values = check(caller.locale(), request, request.opId, request.name, request.variables);
        Inputs.require(request.key == null || request.key.length() <= LONGEST, caller.locale(), "TEXT_TOO_LONG", "key", LONGEST);
        Settling.Settled<Sent<MessageReply>> sent = settling.write(caller, reserved -> message(caller, request, values, reserved), Sent::due);
        MessageReply reply = sent.answer().reply();
        if (!sent.answer().due().isEmpty()) {
            reply.settled = sent.all();
            found(reply, sent);
        }
        return reply;
    }

    /** Whoever began to wait while the message was being kept has got it by now. */
    private static void found(MessageReply reply, Settling.Settled<?> sent) {
        if (reply.outcome == MessageOutcome.KEPT && !sent.replies().isEmpty()) {
            reply.outcome = sent.replies().get(0).version == 1 ? MessageOutcome.STARTED : MessageOutcome.RECEIVED;
            reply.instanceId = sent.replies().get(0).instanceId;
            reply.keptUntil = null;
        }
    }

    private Sent<MessageReply> message(Caller caller, MessageRequest request, Map<String, Value> values, Instant reserved) {
        String fingerprint = Idempotency.fingerprint("sendMessage", request.name, request);
        Optional<MessageReply> earlier = idempotency.earlier(caller, request.opId, fingerprint, MessageReply.class);
        if (earlier.isPresent()) {
            return new Sent<>(earlier.get(), List.of());
        }
        Delivery.Receiver to = receiver(caller, request);
        MessageReply reply = reply(to, request);
        reply.opId = idempotency.opId(request.opId);
        Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
        reply.keptUntil = to.isNobody() ? views.date(delivery.expiry(now)) : null;
        List<JobRow> due = request.preview ? List.of() : send(caller, request, to, values, reply, now, reserved);
        if (!request.preview) {
            reply.settled = due.isEmpty();
            idempotency.remember(caller, reply.opId, fingerprint, now, reply);
            writes.flush(caller.tenant(), 0);
        }
        return new Sent<>(reply, due);
    }

    private Delivery.Receiver receiver(Caller caller, MessageRequest request) {
        try {
            return delivery.receiver(caller.tenant(), request.name, MessageAddress.of(request.name, request.key));
        } catch (Ambiguous e) {
            throw Refused.because(ErrorCode.TARGET_INVALID,
                    Messages.text(caller.locale(), "reject.MESSAGE_AMBIGUOUS", request.name, e.getMessage()));
        }
    }

    private static MessageReply reply(Delivery.Receiver to, MessageRequest request) {
        MessageReply reply = new MessageReply();
        reply.preview = request.preview;
        reply.outcome = to.isNobody() ? MessageOutcome.KEPT : to.start() != null ? MessageOutcome.STARTED : MessageOutcome.RECEIVED;
        reply.instanceId = to.waiting() == null ? null : to.waiting().instanceId;
        reply.nodeId = to.waiting() != null ? to.waiting().nodeId : to.start() != null ? to.start().eventNode : null;
        return reply;
    }

    private List<JobRow> send(Caller caller, MessageRequest request, Delivery.Receiver to, Map<String, Value> values,
            MessageReply reply, Instant now, Instant reserved) {
        if (to.isNobody()) {
            return List.of(delivery.keep(caller.tenant(), MessageAddress.of(request.name, request.key),
                    JobBody.named(request.name, request.key, values), now, reserved));
        }
        Outcome given = delivery.give(to, values, reserved);
        reply.instanceId = given.reply().instanceId;
        return given.due();
    }

    // ---- signals ----

    public SignalReply signal(Caller caller, SignalRequest request) {
        mustAdminister(caller);
        Map<String, Value> values = check(caller.locale(), request, request.opId, request.name, request.variables);
        Settling.Settled<Sent<SignalReply>> sent = settling.write(caller, reserved -> signal(caller, request, values, reserved), Sent::due);
        if (!sent.answer().due().isEmpty()) {
            sent.answer().reply().settled = sent.all();
        }
        return sent.answer().reply();
    }

    private Sent<SignalReply> signal(Caller caller, SignalRequest request, Map<String, Value> values, Instant reserved) {
        String fingerprint = Idempotency.fingerprint("sendSignal", request.name, request);
        Optional<SignalReply> earlier = idempotency.earlier(caller, request.opId, fingerprint, SignalReply.class);
        if (earlier.isPresent()) {
            return new Sent<>(earlier.get(), List.of());
        }
        Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
        Signals.Sent sent = signals.sent(caller.tenant(), request.name, values, now, reserved);
        SignalReply reply = new SignalReply();
        reply.opId = idempotency.opId(request.opId);
        reply.receivers = sent.receivers();
        reply.started = sent.started();
        reply.settled = sent.due().isEmpty();
        idempotency.remember(caller, reply.opId, fingerprint, now, reply);
        writes.flush(caller.tenant(), 0);
        return new Sent<>(reply, sent.due());
    }

    // ---- both ----

    private static Map<String, Value> check(Locale locale, Object request, String opId, String name, List<Property> variables) {
        Inputs.opId(opId, locale);
        Inputs.texts(request, locale);
        Inputs.require(name != null && !name.isBlank(), locale, "GIVEN", "name");
        Inputs.require(name.length() <= LONGEST, locale, "TEXT_TOO_LONG", "name", LONGEST);
        Inputs.require(variables == null || variables.size() <= MOST_VARIABLES, locale, "TOO_MANY_VARIABLES", MOST_VARIABLES);
        Map<String, Value> values = new LinkedHashMap<>();
        Inputs.values(List.of(), variables, locale).forEach((key, value) -> value.ifPresent(v -> values.put(key, v)));
        return values;
    }

    private void mustAdminister(Caller caller) {
        Authority.of(directories, caller).must(Right.MESSAGE_SEND);
    }
}
