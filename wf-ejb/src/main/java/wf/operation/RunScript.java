package wf.operation;

import java.util.Optional;
import java.util.Set;
import wf.contract.ErrorCode;
import wf.contract.RunScriptRequest;
import wf.rule.Script;
import wf.runtime.Flow;
import wf.runtime.NodeRuling;
import wf.runtime.Rejection;
import wf.runtime.VariableWrites;

/** F27 规则脚本执行: an administrator runs a stored script on an instance; it reads its facts and writes variables. */
public final class RunScript implements Operation<RunScriptRequest> {

    @Override
    public String name() {
        return "runScript";
    }

    @Override
    public Class<RunScriptRequest> requestType() {
        return RunScriptRequest.class;
    }

    @Override
    public Scope scope() {
        return Scope.INSTANCE;
    }

    @Override
    public Set<Identity> who() {
        return Set.of(Identity.MANAGER);
    }

    @Override
    public Optional<Rejection> unavailable(Subject on) {
        return Checks.isInstanceRunning(on);
    }

    @Override
    public Optional<Rejection> refuse(RunScriptRequest request, Subject on) {
        return Checks.isGiven(request.script, "script").or(() -> isStored(request, on));
    }

    private static Optional<Rejection> isStored(RunScriptRequest request, Subject on) {
        return script(request, on).isPresent() ? Optional.empty() : Optional.of(Rejection.of(ErrorCode.NOT_FOUND, "SCRIPT_UNKNOWN",
                Script.label(request.script, request.scriptVersion)));
    }

    private static Optional<Script> script(RunScriptRequest request, Subject on) {
        return on.facts().scripts().find(request.script, request.scriptVersion);
    }

    /** What is sent along is there when it runs. */
    @Override
    public void decide(RunScriptRequest request, Subject on, Flow flow) {
        if (new VariableWrites(flow).setAll(null, on.input())) {
            new NodeRuling(flow).run(script(request, on).orElseThrow());
        }
    }
}
