package wf.org.source;

import java.util.List;
import wf.spi.OrgDept;
import wf.spi.OrgGroup;
import wf.spi.OrgPost;
import wf.spi.OrgUser;

/**
 * An organisation as a builder told it, cleaned: ids are unique and fit the tables, parents stand before their children,
 * nobody unknown is named, and everybody in departments has exactly one main one.
 */
record OrgImage(List<OrgDept> depts, List<OrgUser> users, List<OrgGroup> groups, List<OrgPost> posts, List<Remark> remarks) {
}
