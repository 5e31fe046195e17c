package wf.command;

import java.util.List;
import java.util.Locale;
import wf.bpmn.BpmnModel;
import wf.bpmn.BpmnReader;
import wf.contract.ErrorCode;
import wf.contract.ModelProblem;
import wf.definition.Finding;
import wf.refusal.Messages;
import wf.refusal.Refused;

/** Reads a model that was sent; one with errors is refused with all of its problems. */
final class ModelReading {

    private ModelReading() { }

    /** @param warnings takes what is not worth a refusal */
    static BpmnModel of(Kernel kernel, byte[] source, Locale locale, List<ModelProblem> warnings) {
        if (source.length > BpmnReader.MAX_BYTES) {
            throw Refused.because(ErrorCode.TOO_LARGE, Messages.text(locale, "reject.TOO_LARGE", "5 MB"));
        }
        BpmnModel model = kernel.checker().read(source);
        List<ModelProblem> problems = model.findings().stream().map(f -> problem(f, locale)).toList();
        if (model.isRefused()) {
            throw invalid(locale, problems);
        }
        warnings.addAll(problems);
        return model;
    }

    private static Refused invalid(Locale locale, List<ModelProblem> problems) {
        Refused refused = Refused.because(ErrorCode.INVALID_MODEL, Messages.text(locale, "reject.INVALID_MODEL", problems.size()));
        refused.problem().problems = problems;
        return refused;
    }

    static ModelProblem problem(Finding finding, Locale locale) {
        ModelProblem problem = new ModelProblem();
        problem.severity = finding.severity();
        problem.code = finding.code();
        problem.elementId = finding.elementId();
        problem.line = finding.line();
        problem.column = finding.column();
        problem.message = Messages.text(locale, "finding." + finding.code(), finding.arguments().toArray());
        return problem;
    }
}
