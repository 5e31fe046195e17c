package wf.contract;

import java.io.Serializable;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;

/**
 * From where the tenant's departments and people come, when they were last loaded, and what went wrong.
 */
public class OrganisationState implements Serializable {
    private static final long serialVersionUID = 1L;

    /** How it stands. */
    public OrganisationHealth health;

    /** The same in words, with age and cause. */
    public String text;

    /** {@code local}, {@code ldap}, or the name of a source of the customer's. */
    public String source;

    /** When it was last loaded well; null when it never was. */
    public Date loadedAt;

    /** Seconds since then; null when it never was. */
    public Long ageSeconds;

    /** When it is loaded next; null when only on request. */
    public Date dueAt;

    /** Loads that failed since. */
    public int failures;

    /** People who were loaded. */
    public int people;

    /** Departments that were loaded. */
    public int departments;

    /** Groups that were loaded. */
    public int groups;

    /** Posts that were loaded. */
    public int posts;

    /** How many people are gone and still hold work: somebody has to be put in their place (U5). */
    public int vanishedHandlers;

    /** How much work they hold. */
    public long vanishedItems;

    /** What of the source was left out, in words; the first fifty. */
    public List<String> remarks = new ArrayList<>();

    /** How much was left out in all. */
    public int remarked;
}
