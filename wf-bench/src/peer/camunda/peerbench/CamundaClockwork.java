package peerbench;

import java.io.ByteArrayInputStream;
import java.time.Instant;
import java.util.Date;
import java.util.Map;
import javax.sql.DataSource;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.impl.cfg.StandaloneProcessEngineConfiguration;
import org.camunda.bpm.engine.impl.jobexecutor.DefaultJobExecutor;

/** Camunda's job executor as it comes, but for {@code workers} and {@code batch} where they are given. */
public final class CamundaClockwork implements Clockwork {

    private final StandaloneProcessEngineConfiguration configuration = new StandaloneProcessEngineConfiguration();
    private final DefaultJobExecutor executor = new DefaultJobExecutor();
    private ProcessEngine engine;

    @Override
    public void open(DataSource source, Map<String, String> options) {
        configuration.setDataSource(source);
        configuration.setDatabaseSchemaUpdate("true");
        configuration.setJobExecutorActivate(false);
        if (options.containsKey("workers")) {
            int workers = Integer.parseInt(options.get("workers"));
            executor.setCorePoolSize(workers);
            executor.setMaxPoolSize(workers);
        }
        if (options.containsKey("batch")) {
            int batch = Integer.parseInt(options.get("batch"));
            executor.setMaxJobsPerAcquisition(batch);
            executor.setQueueSize(batch);
        }
        configuration.setJobExecutor(executor);
        engine = configuration.buildProcessEngine();
        engine.getRepositoryService().createDeployment().addInputStream("timed.bpmn",
                new ByteArrayInputStream(Models.bpmn("http://camunda.org/schema/1.0/bpmn", " x:historyTimeToLive=\"P180D\""))).deploy();
    }

    @Override
    public String describe() {
        return "camunda-engine " + ProcessEngine.class.getPackage().getImplementationVersion() + " history=" + configuration.getHistoryLevel().getName()
                + " jobs at once=" + executor.getMaxJobsPerAcquisition() + " workers=" + executor.getCorePoolSize() + " to " + executor.getMaxPoolSize();
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
        executor.start();
    }

    @Override
    public void end() {
        executor.shutdown();
    }

    @Override
    public long left() {
        return engine.getManagementService().createJobQuery().timers().count();
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
