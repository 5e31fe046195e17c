package wf.report;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.Objects;
import wf.access.Caller;
import wf.command.Forms;
import wf.command.Reading;
import wf.command.Views;
import wf.contract.HistoryEntry;
import wf.contract.History;
import wf.contract.ProcessSheet;
import wf.contract.ProcessStep;
import wf.query.HistoryReader;
import wf.refusal.Messages;

/** Puts together what an approval sheet tells; each format then only writes it down. */
@Singleton
public class Sheets {

    private static final String ENGINE = "ENGINE";
    private final HistoryReader history;
    private final Forms forms;
    private final Views views;

    @Inject
    public Sheets(HistoryReader history, Forms forms, Views views) {
        this.history = history;
        this.forms = forms;
        this.views = views;
    }

    ProcessSheet of(Caller caller, Reading.Readable on) {
        History told = history.read(caller, on.image(), on.definition(), on.directory(), on.sight());
        ProcessSheet sheet = new ProcessSheet();
        sheet.instance = told.instance;
        sheet.fields.addAll(forms.toRead(on.image(), on.definition().process(), on.sight()));
        told.entries.stream().filter(e -> !Objects.equals(e.channel, ENGINE)).forEach(e -> sheet.steps.add(step(caller, e)));
        on.image().items().forEach(i -> sheet.openItems.add(views.item(i, on.image(), on.definition(), on.directory())));
        return sheet;
    }

    private static ProcessStep step(Caller caller, HistoryEntry entry) {
        ProcessStep step = new ProcessStep();
        step.nodeId = entry.nodeId;
        step.nodeName = entry.nodeName;
        step.operation = entry.operation;
        step.label = entry.label;
        step.person = entry.actor;
        step.onBehalfOf = entry.onBehalfOf;
        step.vote = entry.vote;
        step.voteLabel = entry.vote == null ? null : Messages.text(caller.locale(), "vote." + entry.vote);
        step.opinion = entry.opinion;
        step.at = entry.at;
        return step;
    }
}
