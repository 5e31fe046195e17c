package wf.command;

import jakarta.inject.Singleton;
import java.util.Date;
import wf.contract.DefinitionInfo;
import wf.contract.DefinitionState;
import wf.store.DefinitionRow;

/** A definition version in the words of the contract. */
@Singleton
public class DefinitionViews {

    public DefinitionInfo info(DefinitionRow row) {
        return info(row, row.category);
    }

    /** The version as it will be in another category. */
    DefinitionInfo info(DefinitionRow row, String category) {
        DefinitionInfo info = new DefinitionInfo();
        info.id = row.id;
        info.key = row.defKey;
        info.version = row.version;
        info.name = row.name;
        info.category = category;
        info.state = DefinitionState.valueOf(row.state);
        info.deployedAt = Date.from(row.deployedAt);
        info.deployedBy = row.deployedBy;
        info.executable = row.executable;
        return info;
    }
}
