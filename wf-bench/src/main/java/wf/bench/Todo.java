package wf.bench;

import wf.contract.WorkItemPage;
import wf.contract.WorkListKind;
import wf.query.WorkListFilter;
import wf.query.WorkLists;

/** The work lists of a person. What others answer with one query over both is two lists here: mine, and those that I may claim. */
public final class Todo {

    private final WorkLists lists;

    public Todo(WorkLists lists) {
        this.lists = lists;
    }

    public int mine(String person, int max) {
        return page(person, WorkListKind.TODO, null, max).items.size();
    }

    public long countMine(String person) {
        return count(person, WorkListKind.TODO);
    }

    public int mineAndClaimable(String person, int max) {
        return mine(person, max) + page(person, WorkListKind.CLAIMABLE, null, max).items.size();
    }

    public long countMineAndClaimable(String person) {
        return countMine(person) + count(person, WorkListKind.CLAIMABLE);
    }

    public WorkItemPage page(String person, WorkListKind kind, String cursor, int max) {
        return lists.page(Client.caller(person), kind, WorkListFilter.ALL, cursor, max);
    }

    /** Up to 1,000. */
    public long count(String person, WorkListKind kind) {
        return lists.count(Client.caller(person), kind, WorkListFilter.ALL, false).count;
    }

    public long exactCount(String person, WorkListKind kind) {
        return lists.count(Client.caller(person), kind, WorkListFilter.ALL, true).count;
    }
}
