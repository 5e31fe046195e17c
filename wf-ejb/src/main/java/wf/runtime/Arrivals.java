package wf.runtime;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.LongFunction;
import wf.instance.Arrival;
import wf.instance.Job;
import wf.instance.JobKind;
import wf.instance.ProcessInstance;
import wf.instance.Subscription;
import wf.instance.SubscriptionKind;
import wf.instance.WaitEvent.ArrivalKept;
import wf.instance.WaitEvent.ArrivalTaken;
import wf.value.Value;

/**
 * What reaches an instance while it stands still (decision 0015): it is kept in its order, and after the instance goes on
 * each happens in a transaction of its own, as if it came then.
 */
public final class Arrivals {

    private final Flow flow;
    private final ProcessInstance instance;

    public Arrivals(Flow flow) {
        this.flow = flow;
        this.instance = flow.instance();
    }

    /** A message or a signal has come. */
    public void keep(Subscription to, Map<String, Optional<Value>> payload) {
        boolean message = to.kind() == SubscriptionKind.MESSAGE;
        keep(Arrival.Kind.EVENT, to.id(), message ? to.name() : null, message ? to.key() : null, null, null, payload);
    }

    /** The answer to a job has come. */
    public void keep(Job job, Arrival.Kind what, String code, String detail, Map<String, Optional<Value>> outputs) {
        keep(what, job.id(), null, null, code, detail, outputs);
    }

    private void keep(Arrival.Kind what, long target, String message, String key, String code, String detail,
            Map<String, Optional<Value>> sent) {
        Map<String, Value> values = new LinkedHashMap<>();
        List<String> cleared = new ArrayList<>();
        sent.forEach((name, value) -> value.ifPresentOrElse(v -> values.put(name, v), () -> cleared.add(name)));
        flow.emit(new ArrivalKept(new Arrival(flow.facts().newId(), what, target, message, key, code, detail, values, cleared)));
    }

    /** Whether the answer to the job has come already. */
    public static boolean isAnswered(ProcessInstance instance, long jobId) {
        return instance.arrivals().stream().anyMatch(a -> a.target() == jobId && a.endsJob());
    }

    /** The instance goes on: after the commit the first of them happens. */
    void deliverLater() {
        if (!instance.arrivals().isEmpty()) {
            new Jobs(flow).post(null, "", JobKind.ARRIVALS, null, null, Map.of());
        }
    }

    /**
     * The first of them happens now; what is awaited no longer is dropped, but for a message, which finds another receiver.
     *
     * @param restored the variables as they were when a visit was entered, for work that comes back with them
     */
    public void deliverNext(LongFunction<Map<String, Optional<Value>>> restored) {
        Arrival next = instance.arrivals().iterator().next();
        flow.emit(new ArrivalTaken(next.id()));
        deliverLater();
        if (next.kind() == Arrival.Kind.EVENT) {
            instance.findSubscription(next.target()).ifPresentOrElse(s -> new Subscriptions(flow).happened(s, sent(next)),
                    () -> sendOn(next));
        } else {
            instance.findJob(next.target()).ifPresent(job -> answer(job, next, restored));
        }
    }

    private void sendOn(Arrival arrival) {
        if (arrival.message() != null) {
            new Jobs(flow).post(null, "", JobKind.MESSAGE, arrival.message(), arrival.key(), arrival.values());
        }
    }

    private void answer(Job job, Arrival arrival, LongFunction<Map<String, Optional<Value>>> restored) {
        switch (arrival.kind()) {
            case DONE -> new Jobs(flow).finish(job, sent(arrival));
            case FAILED -> new Jobs(flow).fail(job, arrival.code(), arrival.detail());
            case RETURNED -> comeOut(job, ReturnOut.of(arrival.detail()), restored);
            default -> new Jobs(flow).escalate(job, arrival.code());
        }
    }

    private void comeOut(Job job, ReturnOut out, LongFunction<Map<String, Optional<Value>>> restored) {
        new CameOut(flow).goBack(job, out, out.restores() ? restored.apply(out.target()) : Map.of());
    }

    private static Map<String, Optional<Value>> sent(Arrival arrival) {
        Map<String, Optional<Value>> sent = new LinkedHashMap<>();
        arrival.values().forEach((name, value) -> sent.put(name, Optional.of(value)));
        arrival.cleared().forEach(name -> sent.put(name, Optional.empty()));
        return sent;
    }
}
