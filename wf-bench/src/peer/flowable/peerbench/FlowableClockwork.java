package peerbench;

import java.io.ByteArrayInputStream;
import java.time.Instant;
import java.util.Date;
import java.util.Map;
import javax.sql.DataSource;
import org.flowable.engine.ProcessEngine;
import org.flowable.engine.impl.cfg.StandaloneProcessEngineConfiguration;

/** Flowable's async executor as it comes, but for {@code workers} and {@code batch} where they are given. */
public final class FlowableClockwork implements Clockwork {

    private final StandaloneProcessEngineConfiguration configuration = new StandaloneProcessEngineConfiguration();
    private ProcessEngine engine;

    @Override
    public void open(DataSource source, Map<String, String> options) {
        configuration.setDataSource(source);
        configuration.setDatabaseSchemaUpdate("true");
        configuration.setAsyncExecutorActivate(false);
        if (options.containsKey("workers")) {
            int workers = Integer.parseInt(options.get("workers"));
            configuration.setAsyncExecutorCorePoolSize(workers);
            configuration.setAsyncExecutorMaxPoolSize(workers);
        }
        if (options.containsKey("batch")) {
            int batch = Integer.parseInt(options.get("batch"));
            configuration.setAsyncExecutorMaxTimerJobsPerAcquisition(batch);
            configuration.setAsyncExecutorMaxAsyncJobsDuePerAcquisition(batch);
        }
        engine = configuration.buildProcessEngine();
        engine.getRepositoryService().createDeployment().addInputStream("timed.bpmn",
                new ByteArrayInputStream(Models.bpmn("http://flowable.org/bpmn", ""))).deploy();
    }

    @Override
    public String describe() {
        return "flowable-engine " + ProcessEngine.VERSION + " history=" + configuration.getHistoryLevel().getKey() + " timers at once="
                + configuration.getAsyncExecutor().getMaxTimerJobsPerAcquisition() + " jobs at once=" + configuration.getAsyncExecutor().getMaxAsyncJobsDuePerAcquisition();
    }

    @Override
    public void startTimed(Instant due) {
        engine.getRuntimeService().startProcessInstanceByKey("timed", Models.key(), Models.timed(Date.from(due)));
    }

    @Override
    public String startDesk() {
        String instance = engine.getRuntimeService().startProcessInstanceByKey("desk", Models.key(), Models.desk()).getId();
        return engine.getTaskService().createTaskQuery().processInstanceId(instance).singleResult().getId();
    }

    @Override
    public void submit(String item) {
        engine.getTaskService().complete(item, Bench.DECISION);
    }

    @Override
    public void begin(int nodes) {
        configuration.getAsyncExecutor().start();
    }

    @Override
    public void end() {
        configuration.getAsyncExecutor().shutdown();
    }

    /** A timer that is due becomes a job, and is over when that is. */
    @Override
    public long left() {
        return engine.getManagementService().createTimerJobQuery().count() + engine.getManagementService().createJobQuery().count();
    }

    @Override
    public Fired fired() {
        long tasks = engine.getTaskService().createTaskQuery().taskDefinitionKey("after").count();
        long instances = engine.getTaskService().createNativeTaskQuery()
                .sql("select count(distinct PROC_INST_ID_) from ACT_RU_TASK where TASK_DEF_KEY_ = 'after'").count();
        return new Fired(tasks, instances);
    }

    @Override
    public void close() {
        engine.close();
    }
}
