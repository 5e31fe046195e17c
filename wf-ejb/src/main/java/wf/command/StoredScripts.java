package wf.command;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.Date;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import wf.access.Caller;
import wf.contract.DefinitionReply;
import wf.contract.DeployScriptRequest;
import wf.contract.ScriptInfo;
import wf.contract.ScriptList;
import wf.rule.Expression;
import wf.rule.Script;
import wf.runtime.Right;
import wf.store.ScriptRow;
import wf.store.ScriptStore;

/** F27: authors of rules store scripts and read them; a version once stored never changes. */
@Singleton
public class StoredScripts {

    private static final int MAX_SOURCE = 20_000;

    private final ScriptStore scripts;
    private final DefinitionWrites writes;
    private final Kernel kernel;
    private final InstantSource clock;

    @Inject
    public StoredScripts(ScriptStore scripts, DefinitionWrites writes, Kernel kernel, InstantSource clock) {
        this.scripts = scripts;
        this.writes = writes;
        this.kernel = kernel;
        this.clock = clock;
    }

    public DefinitionReply deploy(Caller caller, DeployScriptRequest request) {
        return writes.once(caller, "deployScript", "", request, reply -> {
            check(request, caller.locale());
            ScriptRow row = new ScriptRow();
            row.tenant = caller.tenant();
            row.name = request.name;
            row.version = scripts.find(caller.tenant(), request.name, null).map(s -> s.version + 1).orElse(1);
            row.source = request.source;
            row.hash = row.script().hash();
            row.storedAt = clock.instant().truncatedTo(ChronoUnit.MICROS);
            row.storedBy = caller.person();
            reply.scripts.add(info(row, false));
            return () -> scripts.insert(row);
        });
    }

    private void check(DeployScriptRequest request, Locale locale) {
        Inputs.require(request.name != null && !request.name.isBlank(), locale, "GIVEN", "name");
        Inputs.require(request.name.matches(Script.NAME), locale, "SCRIPT_NAME", request.name);
        Inputs.require(request.source != null && !request.source.isBlank(), locale, "GIVEN", "source");
        Inputs.require(request.source.length() <= MAX_SOURCE, locale, "TEXT_TOO_LONG", "source", MAX_SOURCE);
        Optional<String> wrong = kernel.expressions().checkScript(Expression.of(request.source));
        Inputs.require(wrong.isEmpty(), locale, "SCRIPT_WRONG", wrong.orElse(""));
    }

    /** The newest version of each. */
    public ScriptList list(Caller caller) {
        writes.must(caller, Right.RULE_AUTHOR);
        return list(scripts.newest(caller.tenant()));
    }

    public ScriptList versions(Caller caller, String name) {
        writes.must(caller, Right.RULE_AUTHOR);
        return list(scripts.versions(caller.tenant(), name));
    }

    /** @param version null for the newest */
    public ScriptInfo get(Caller caller, String name, Integer version) {
        writes.must(caller, Right.RULE_AUTHOR);
        return info(scripts.find(caller.tenant(), name, version).orElseThrow(() -> Situations.notFound(caller)), true);
    }

    private static ScriptList list(List<ScriptRow> rows) {
        ScriptList list = new ScriptList();
        rows.forEach(r -> list.scripts.add(info(r, false)));
        return list;
    }

    private static ScriptInfo info(ScriptRow row, boolean whole) {
        ScriptInfo info = new ScriptInfo();
        info.name = row.name;
        info.version = row.version;
        info.hash = row.hash;
        info.storedAt = Date.from(row.storedAt);
        info.storedBy = row.storedBy;
        info.source = whole ? row.source : null;
        return info;
    }
}
