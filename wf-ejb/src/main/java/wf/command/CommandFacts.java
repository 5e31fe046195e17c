package wf.command;

import java.time.Instant;
import java.time.ZoneId;
import wf.rule.Expressions;
import wf.runtime.Beans;
import wf.runtime.BusinessRecords;
import wf.runtime.Directory;
import wf.runtime.Facts;
import wf.runtime.Kin;
import wf.runtime.Member;
import wf.store.Ids;

/** What one command knows of the outside: taken once, at its beginning. */
record CommandFacts(Instant now, ZoneId zone, Member actor, Ids ids, Directory directory, Expressions expressions, Beans beans,
        Kin kin, BusinessRecords businessRecords)
        implements Facts {

    @Override
    public long newId() {
        return ids.next();
    }
}
