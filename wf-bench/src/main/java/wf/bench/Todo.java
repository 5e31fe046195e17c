package wf.bench;

import wf.access.Caller;
import wf.contract.WorkListKind;
import wf.query.WorkListFilter;
import wf.query.WorkLists;

/** The work lists of a person. What others answer with one query over both is two lists here: mine, and those that I may claim. */
public final class Todo {

    private static final WorkListFilter ALL = new WorkListFilter(null, null, null);
    private final WorkLists lists;

    public Todo(WorkLists lists) {
        this.lists = lists;
    }

    public int mine(String person, int max) {
        return page(person, WorkListKind.TODO, max);
    }

    public long countMine(String person) {
        return count(person, WorkListKind.TODO);
    }

    public int mineAndClaimable(String person, int max) {
        return mine(person, max) + page(person, WorkListKind.CLAIMABLE, max);
    }

    public long countMineAndClaimable(String person) {
        return countMine(person) + count(person, WorkListKind.CLAIMABLE);
    }

    private int page(String person, WorkListKind kind, int max) {
        Caller caller = Client.caller(person);
        return lists.page(caller, kind, ALL, null, max).items.size();
    }

    private long count(String person, WorkListKind kind) {
        return lists.count(Client.caller(person), kind, ALL).count;
    }
}
