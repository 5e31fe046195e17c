package wf.access;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import jakarta.persistence.EntityManager;
import java.time.Instant;
import java.util.Optional;
import wf.org.OrgStore;
import wf.org.PersonRow;

/**
 * Reads and writes stored passwords. The caller owns the transaction.
 */
@Singleton
public class Credentials {
    private final EntityManager em;
    private final OrgStore people;

    @Inject
    public Credentials(EntityManager em, OrgStore people) {
        this.em = em;
        this.people = people;
    }

    /** The stored password of a person, if he has one here. */
    Optional<String> stored(String tenant, String person) {
        return Optional.ofNullable(em.find(CredentialRow.class, new CredentialKey(tenant, person)))
                .map(row -> row.passwordHash);
    }

    /** Gives a person a new password, and moves the version of his row and of the organisation: other nodes notice. */
    void change(String tenant, String person, String stored, Instant now) {
        store(tenant, person, stored, now);
        PersonRow row = people.person(tenant, person);
        row.passwordChangedAt = now;
        people.changed(tenant);
    }

    /** Since when a person has the password that he has here. */
    Optional<Instant> changedAt(String tenant, String person) {
        return Optional.ofNullable(em.find(CredentialRow.class, new CredentialKey(tenant, person))).map(row -> row.changedAt);
    }

    /** Stores the same password in a stronger form; it gets no younger by it. */
    void strengthen(String tenant, String person, String stored) {
        em.find(CredentialRow.class, new CredentialKey(tenant, person)).passwordHash = stored;
    }

    /** Stores a new password, or the first one of a person. */
    public void store(String tenant, String person, String stored, Instant now) {
        CredentialRow row = em.find(CredentialRow.class, new CredentialKey(tenant, person));
        boolean first = row == null;
        if (first) {
            row = new CredentialRow();
            row.tenant = tenant;
            row.personId = person;
        }
        row.passwordHash = stored;
        row.changedAt = now;
        if (first) {
            em.persist(row);
        }
    }
}
