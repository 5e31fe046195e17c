package wf.micro.cluster;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;

/** People who act at the same moment: nobody begins before all of them are ready. */
final class Together {
    private static final long PATIENCE_MINUTES = 10;

    private Together() { }

    /** Answers what came of each act, in their order; fails when one hangs. */
    static <T> List<T> act(List<? extends Callable<T>> acts) throws Exception {
        CyclicBarrier all = new CyclicBarrier(acts.size());
        ExecutorService people = Executors.newFixedThreadPool(acts.size());
        try {
            List<Future<T>> futures = new ArrayList<>();
            for (Callable<T> act : acts) {
                futures.add(people.submit(() -> {
                    all.await();
                    return act.call();
                }));
            }
            List<T> answers = new ArrayList<>();
            for (Future<T> future : futures) {
                answers.add(future.get(PATIENCE_MINUTES, TimeUnit.MINUTES));
            }
            return answers;
        } finally {
            people.shutdownNow();
        }
    }
}
