package wf.command;

import java.util.Set;
import java.util.stream.Collectors;
import wf.operation.Charter;
import wf.operation.DoneItem;
import wf.operation.Identity;
import wf.operation.Subject;
import wf.store.Definition;
import wf.store.Stored;
import wf.store.WorkItemRow;

/**
 * What a command found when it began.
 *
 * @param stored the image that it decides from; for a new instance an empty one
 * @param subject the same on a private copy, with item, trail and input
 * @param charter what identities may do in the tenant
 * @param held identities that the actor holds
 * @param draft what the actor, as its holder, saved with the item; empty where there is none
 * @param row the row of the item, as it was read; null where there is none
 * @param isNew whether the instance does not exist yet
 * @param archived whether it is in the archive
 */
record Situation(Stored stored, Definition definition, Subject subject, Charter charter, Set<Identity> held, Draft draft, WorkItemRow row, boolean isNew,
        boolean archived) {

    Situation(Stored stored, Definition definition, Subject subject, Charter charter, Set<Identity> held, Draft draft, WorkItemRow row, boolean isNew) {
        this(stored, definition, subject, charter, held, draft, row, isNew, false);
    }

    /** The same, found in the archive. */
    Situation inArchive() {
        return new Situation(stored, definition, subject, charter, held, draft, row, isNew, true);
    }

    /** The same, decided and recorded with another version of its definition. */
    Situation against(Definition other) {
        return new Situation(stored, other, subject, charter, held, draft, row, isNew, archived);
    }

    /** The same, with all that the actor is. */
    Situation as(Set<Identity> identities) {
        return new Situation(stored, definition, subject, charter, identities, draft, row, isNew, archived);
    }

    /** Whether one of his identities lets the actor do it. */
    boolean grants(String operation) {
        return charter.grants(operation, held);
    }

    /** Whether somebody acts in the stead of whose act it is. */
    boolean isByDeputy() {
        return held.contains(Identity.DEPUTY);
    }

    /** What the actor is shown of the instance. */
    Sight sight() {
        return new Sight(subject.facts().actor().id(), held.contains(Identity.MANAGER),
                held.stream().filter(i -> !i.equals(Identity.ANYBODY)).map(Identity::code).collect(Collectors.toSet()));
    }

    /** The same, about a closed item. */
    Situation about(DoneItem done, Set<Identity> identities) {
        return new Situation(stored, definition, new Subject(subject.definition(), subject.instance(), null, null, subject.trail(),
                subject.past(), subject.input(), subject.facts(), done), charter, identities, draft, row, isNew, archived);
    }

    String nodeId() {
        return subject.done() != null ? subject.done().nodeId() : subject.item() != null ? subject.item().nodeId()
                : subject.incident() != null ? subject.incident().nodeId() : null;
    }
}
