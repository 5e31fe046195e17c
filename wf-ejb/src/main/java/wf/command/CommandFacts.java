package wf.command;

import java.time.Instant;
import java.time.ZoneId;
import java.util.Collection;
import java.util.Set;
import java.util.function.Predicate;
import java.util.function.Supplier;
import wf.rule.Expressions;
import wf.runtime.Beans;
import wf.runtime.BusinessRecords;
import wf.runtime.Calendars;
import wf.runtime.Directory;
import wf.runtime.Facts;
import wf.runtime.Kin;
import wf.runtime.Member;
import wf.runtime.Scripts;
import wf.runtime.StandIns;
import wf.runtime.Voters;
import wf.runtime.Whereabouts;
import wf.runtime.Workload;
import wf.store.Ids;

/** What one command knows of the outside: taken once, at its beginning. */
record CommandFacts(Instant now, ZoneId zone, Member actor, Member performer, Ids ids, Directory directory, Expressions expressions, Beans beans,
        Voters voters, Workload workload, Kin kin, BusinessRecords businessRecords, Scripts scripts, StandIns standIns, Calendars calendars, Supplier<Set<String>> further, Predicate<Collection<Long>> handedIn)
        implements Facts {

    @Override
    public long newId() {
        return ids.next();
    }

    /** The same, with those who have voted in the instance that the command is about. */
    CommandFacts with(Voters known) {
        return new CommandFacts(now, zone, actor, performer, ids, directory, expressions, beans, known, workload, kin, businessRecords, scripts, standIns, calendars, further, handedIn);
    }

    /** The same, with what actor and performer are beyond what the instance tells; looked up when it is asked for. */
    CommandFacts knowing(Supplier<Set<String>> identities) {
        return new CommandFacts(now, zone, actor, performer, ids, directory, expressions, beans, voters, workload, kin, businessRecords, scripts, standIns, calendars, identities, handedIn);
    }

    @Override
    public Set<String> besides() {
        return further.get();
    }

    @Override
    public boolean isHandedIn(Collection<Long> workItems) {
        return handedIn.test(workItems);
    }

    /** The same, with actor and performer as whoever they are there. */
    CommandFacts at(Supplier<Whereabouts> where) {
        Member there = actor.at(where);
        return there == actor ? this : new CommandFacts(now, zone, there, performer == actor ? there : performer, ids, directory, expressions, beans, voters,
                workload, kin, businessRecords, scripts, standIns, calendars, further, handedIn);
    }

    /** The same, by a deputy of that person: what that one administers is not his to use. */
    CommandFacts inSteadOf(Member principal) {
        Member represented = new Member(principal.id(), principal.name(), principal.memberships(), false);
        return new CommandFacts(now, zone, represented, performer, ids, directory, expressions, beans, voters, workload, kin, businessRecords, scripts, standIns, calendars, further, handedIn);
    }
}
