package wf.spi;

import java.util.Collections;
import java.util.List;

/**
 * Where departments and people come from (§6.6, 重写 OrgBuilder 类). The product has one for a directory; a customer's is a CDI
 * bean of this type, chosen by its {@link #name} in the setting {@code wf.org.source}.
 *
 * <p>A load asks for departments, users, groups and posts, in this order, of one tenant. It is never asked inside a
 * transaction, so it may take its time; what it answers is written into the product's own tables as one change. Who is no
 * longer among the answers is disabled. It names others by their ids. The beans that it answers are new ones each time: the
 * product cleans them. All or nothing: an answer that is not complete is an
 * {@link OrgUnavailable}, after which everything stays as it is.
 */
public interface OrgBuilder {

    /** How the setting and the rows call it; at most 40 characters, and not {@code local}. */
    String name();

    List<OrgDept> loadDepts(String tenant) throws OrgUnavailable;

    List<OrgUser> loadUsers(String tenant) throws OrgUnavailable;

    default List<OrgGroup> loadGroups(String tenant) throws OrgUnavailable {
        return Collections.emptyList();
    }

    default List<OrgPost> loadPosts(String tenant) throws OrgUnavailable {
        return Collections.emptyList();
    }

    /**
     * Asked before a load.
     *
     * @param token what it said at the last one; null at the first
     */
    default OrgChanges changesSince(String tenant, String token) throws OrgUnavailable {
        return OrgChanges.unknown();
    }

    /** Whether it checks the passwords of its people. Those of a builder that does not sign on another way. */
    default boolean authenticates() {
        return false;
    }

    /** Whether this is the password of one of its people; it is never asked about an empty one. */
    default boolean authenticate(String tenant, String userId, String loginName, String password) throws OrgUnavailable {
        return false;
    }
}
