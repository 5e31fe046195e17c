package wf.micro.fuzz;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/** Sends many requests, a few at a time. */
final class Volley implements AutoCloseable {
    private final ExecutorService threads = Executors.newFixedThreadPool(Integer.getInteger("wf.fuzz.threads", 4));
    private final Wire wire;

    record Fired(Shot shot, Answer answer) { }

    Volley(Wire wire) {
        this.wire = wire;
    }

    List<Fired> fire(List<Shot> shots) throws InterruptedException {
        List<Future<Fired>> flying = shots.stream().map(shot -> threads.submit(() -> new Fired(shot, wire.send(shot)))).toList();
        List<Fired> fired = new ArrayList<>();
        for (Future<Fired> one : flying) {
            try {
                fired.add(one.get());
            } catch (ExecutionException e) {
                throw new IllegalStateException(e.getCause());
            }
        }
        return fired;
    }

    @Override
    public void close() {
        threads.shutdownNow();
    }
}
