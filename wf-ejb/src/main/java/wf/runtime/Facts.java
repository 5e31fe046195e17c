package wf.runtime;

import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.Set;
import wf.rule.Expressions;

/**
 * The only window of a decision to the outside. Everything here is fixed for the length of the decision or pure, so
 * that the same decision on the same instance gives the same events.
 */
public interface Facts {

    /** When the operation happens; the same throughout. */
    Instant now();

    /** The time zone in which dates and times of models are meant. */
    default ZoneId zone() {
        return ZoneOffset.UTC;
    }

    /** The person whose act this is: the principal when a deputy acts; {@link Member#ENGINE} when nobody does. */
    Member actor();

    /** Who does it: the actor, or a deputy in his stead. */
    default Member performer() {
        return actor();
    }

    /** Codes of what actor and performer are to the instance beyond what it tells itself (§1.2): by its history, by model or tenant. */
    default Set<String> besides() {
        return Set.of();
    }

    /** A new id, unique over all tables; never used twice, also when the decision is thrown away. */
    long newId();

    Directory directory();

    Expressions expressions();

    default Scripts scripts() {
        return Scripts.NONE;
    }

    default Kin kin() {
        return Kin.ALONE;
    }

    default BusinessRecords businessRecords() {
        return BusinessRecords.NONE;
    }

    /** To whom work goes that comes to somebody who is away. */
    default StandIns standIns() {
        return StandIns.NONE;
    }

    /** Whether one of these items was handed in and is carried out by and by (§1.7); none is handed in from now on until this is over. */
    default boolean isHandedIn(Collection<Long> workItems) {
        return false;
    }

    /** Who has voted at visits that go on. */
    default Voters voters() {
        return Voters.NONE;
    }

    default Calendars calendars() {
        return Calendars.usual(zone());
    }

    default Workload workload() {
        return Workload.NONE;
    }

    default Beans beans() {
        return Beans.NONE;
    }
}
