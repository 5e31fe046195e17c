package wf.org.ldap;

import java.util.Collection;
import java.util.List;
import wf.spi.OrgUnavailable;

/** The subtree of one tenant in a directory. */
interface Entries {

    /** All entries below its root that fit the filter. */
    List<LdapEntry> find(String filter, Collection<String> attributes) throws OrgUnavailable;

    /** The entry among those of the filter in which one of these attributes has this value, with its name as it stands there. */
    List<Found> findBy(String filter, List<String> names, String value, Collection<String> attributes) throws OrgUnavailable;

    /** Whether this is the password of the entry. */
    boolean bind(String dn, String password) throws OrgUnavailable;

    /** An entry and its name. */
    record Found(String dn, LdapEntry entry) { }
}
