package wf.query;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.List;
import wf.access.Authority;
import wf.access.Caller;
import wf.command.Inputs;
import wf.command.Views;
import wf.contract.AdminAct;
import wf.contract.AdminActPage;
import wf.contract.Verification;
import wf.runtime.Directories;
import wf.runtime.Right;
import wf.store.AdminActRow;
import wf.store.AdminActs;

/** What administrators did, for those who read it and do nothing themselves. */
@Singleton
public class AdminActPages {
    private final AdminActs acts;
    private final Directories directories;
    private final Views views;

    @Inject
    public AdminActPages(AdminActs acts, Directories directories, Views views) {
        this.acts = acts;
        this.directories = directories;
        this.views = views;
    }

    public AdminActPage page(Caller caller, String actor, String operation, Long before, Integer limit) {
        Authority.of(directories, caller).must(Right.AUDIT_READ);
        int size = Cursor.limit(limit, caller.locale());
        Inputs.require(actor == null || actor.indexOf('\0') < 0, caller.locale(), "TEXT", "actor");
        Inputs.require(operation == null || operation.indexOf('\0') < 0, caller.locale(), "TEXT", "operation");
        List<AdminActRow> rows = acts.page(caller.tenant(), actor, operation, before, size + 1);
        AdminActPage page = new AdminActPage();
        rows.stream().limit(size).forEach(r -> page.acts.add(view(caller, r)));
        page.next = rows.size() > size ? rows.get(size - 1).seq : null;
        return page;
    }

    /** Whether nobody has touched what was written. */
    public Verification verify(Caller caller) {
        Authority.of(directories, caller).must(Right.AUDIT_READ);
        return acts.verify(caller.tenant());
    }

    private AdminAct view(Caller caller, AdminActRow row) {
        AdminAct act = new AdminAct();
        act.seq = row.seq;
        act.at = views.date(row.happenedAt);
        act.opId = row.opId;
        act.operation = row.operation;
        act.about = row.about;
        act.actor = views.person(directories.of(caller.tenant()), row.actor);
        act.service = row.via;
        act.channel = row.channel;
        act.clientIp = row.clientIp;
        act.content = row.content;
        return act;
    }
}
