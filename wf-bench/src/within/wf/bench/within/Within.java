package wf.bench.within;

import jakarta.annotation.Resource;
import jakarta.ejb.EJB;
import jakarta.enterprise.concurrent.ManagedThreadFactory;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Queue;
import java.util.UUID;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.function.Consumer;
import wf.access.Caller;
import wf.contract.StartRequest;
import wf.contract.SubmitRequest;
import wf.service.InstanceService;
import wf.service.WorkItemService;

/**
 * Calls the same beans as the faces do, in the server itself and without any of them. {@code POST /within?start=1000&threads=4} begins
 * instances and answers the ids of their first items; with ids as body it hands these in, and answers for each how many microseconds it took, and
 * first for all. It is put into the WAR of the benchmark and is no part of the product: whoever reaches it needs no name.
 */
@WebServlet("/within")
public class Within extends HttpServlet {
    private static final long serialVersionUID = 1L;
    private static final Caller ZHAO = new Caller("default", "zhao", "EJB", "127.0.0.1", Locale.ENGLISH);

    @EJB private transient InstanceService instances;
    @EJB private transient WorkItemService items;
    @Resource private transient ManagedThreadFactory threads;

    @Override
    protected void doPost(HttpServletRequest request, HttpServletResponse response) throws IOException {
        int together = Integer.parseInt(request.getParameter("threads"));
        String start = request.getParameter("start");
        response.setContentType("text/plain");
        List<Long> answer = start == null ? submitted(request, together) : started(Integer.parseInt(start), together);
        for (long line : answer) {
            response.getWriter().println(line);
        }
    }

    private List<Long> started(int many, int together) {
        Queue<Long> ids = new ConcurrentLinkedQueue<>();
        all(Collections.nCopies(many, 0L), together, ignored -> {
            StartRequest start = new StartRequest();
            start.opId = UUID.randomUUID().toString();
            start.definitionKey = "face";
            ids.add(instances.start(ZHAO, start).itemsCreated.get(0).id);
        });
        return List.copyOf(ids);
    }

    private List<Long> submitted(HttpServletRequest request, int together) throws IOException {
        List<Long> ids = Arrays.stream(new String(request.getInputStream().readAllBytes()).split("\\s+")).map(Long::valueOf).toList();
        Queue<Long> times = new ConcurrentLinkedQueue<>();
        long begun = System.nanoTime();
        all(ids, together, id -> {
            SubmitRequest submit = new SubmitRequest();
            submit.opId = UUID.randomUUID().toString();
            submit.opinion = "agreed";
            long before = System.nanoTime();
            items.submit(ZHAO, id, submit);
            times.add((System.nanoTime() - before) / 1_000);
        });
        List<Long> answer = new ArrayList<>(List.of((System.nanoTime() - begun) / 1_000));
        answer.addAll(times);
        return answer;
    }

    private void all(List<Long> ids, int together, Consumer<Long> work) {
        Queue<Long> left = new ConcurrentLinkedQueue<>(ids);
        Queue<RuntimeException> failures = new ConcurrentLinkedQueue<>();
        List<Thread> running = new ArrayList<>();
        for (int i = 0; i < together; i++) {
            Thread thread = threads.newThread(() -> {
                try {
                    for (Long id = left.poll(); id != null && failures.isEmpty(); id = left.poll()) {
                        work.accept(id);
                    }
                } catch (RuntimeException e) {
                    failures.add(e);
                }
            });
            thread.start();
            running.add(thread);
        }
        for (Thread thread : running) {
            try {
                thread.join();
            } catch (InterruptedException e) {
                throw new IllegalStateException(e);
            }
        }
        if (!failures.isEmpty()) {
            throw failures.peek();
        }
    }
}
