package wf.monitor;

import jakarta.annotation.PostConstruct;
import jakarta.annotation.PreDestroy;
import jakarta.ejb.DependsOn;
import jakarta.ejb.Singleton;
import jakarta.ejb.Startup;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;

/** At the start of a node its services are again as an operator left them, and its log is opened. */
@Startup
@Singleton
@DependsOn("Migrator")
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class Wakeup {

    @Inject
    private EngineServices services;
    @Inject
    private JsonLog log;

    @PostConstruct
    void start() {
        log.open();
        services.recall();
    }

    @PreDestroy
    void stop() {
        log.close();
    }
}
