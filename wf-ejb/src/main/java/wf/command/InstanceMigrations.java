package wf.command;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.List;
import wf.access.Caller;
import wf.contract.MigrateRequest;
import wf.contract.MigratedInstance;
import wf.contract.MigrationReply;
import wf.refusal.Refused;

/** D8 over many instances: one transaction for each (X5), and what came of each. */
@Singleton
public class InstanceMigrations {

    private final Attempts attempts;
    private final Migrations migrations;

    @Inject
    public InstanceMigrations(Attempts attempts, Migrations migrations) {
        this.attempts = attempts;
        this.migrations = migrations;
    }

    public MigrationReply of(Caller caller, long definitionId, MigrateRequest request) {
        Migrations.Batch batch = attempts.of(caller.locale(), () -> migrations.begin(caller, definitionId, request));
        if (batch.earlier() != null) {
            return batch.earlier();
        }
        List<MigratedInstance> results = batch.instances().stream().map(id -> one(caller, batch, id)).toList();
        return attempts.of(caller.locale(), () -> migrations.end(caller, batch, results));
    }

    private MigratedInstance one(Caller caller, Migrations.Batch batch, long instanceId) {
        try {
            return attempts.of(caller.locale(), () -> migrations.one(caller, batch, instanceId));
        } catch (Refused e) {
            MigratedInstance result = new MigratedInstance();
            result.instanceId = instanceId;
            result.code = e.problem().code;
            result.reason = e.problem().message;
            return result;
        }
    }
}
