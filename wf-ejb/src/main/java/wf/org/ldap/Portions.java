package wf.org.ldap;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.directory.api.ldap.model.cursor.CursorException;
import org.apache.directory.api.ldap.model.cursor.SearchCursor;
import org.apache.directory.api.ldap.model.entry.Attribute;
import org.apache.directory.api.ldap.model.entry.Entry;
import org.apache.directory.api.ldap.model.exception.LdapException;
import org.apache.directory.api.ldap.model.message.AliasDerefMode;
import org.apache.directory.api.ldap.model.message.ResultCodeEnum;
import org.apache.directory.api.ldap.model.message.SearchRequest;
import org.apache.directory.api.ldap.model.message.SearchRequestImpl;
import org.apache.directory.api.ldap.model.message.SearchScope;
import org.apache.directory.ldap.client.api.LdapConnection;
import wf.spi.OrgUnavailable;

/**
 * Values that a directory answers in portions: Active Directory gives of {@code member} the first 1,500 as {@code member;range=0-1499}, and
 * the others to whoever asks for {@code member;range=1500-*}, until the end of a range is a star. A part would be taken for all, so a list
 * that does not come to its end is no answer.
 */
final class Portions {

    private static final Pattern RANGE = Pattern.compile("(.+);range=(\\d{1,9})-(\\d{1,9}|\\*)", Pattern.CASE_INSENSITIVE);
    private static final String END = "*";

    private final LdapConnection connection;
    private final LdapSettings where;
    private final long deadline;

    /** @param deadline in nanoseconds of the machine's own clock */
    Portions(LdapConnection connection, LdapSettings where, long deadline) {
        this.connection = connection;
        this.where = where;
        this.deadline = deadline;
    }

    /** Which values an attribute of an answer has. */
    private record Portion(String name, int from, String to) {
        static Portion of(Attribute attribute) {
            Matcher matcher = RANGE.matcher(attribute.getUpId());
            return matcher.matches() ? new Portion(matcher.group(1), Integer.parseInt(matcher.group(2)), matcher.group(3)) : null;
        }

        boolean isLast() {
            return to.equals(END);
        }

        int next() {
            return Integer.parseInt(to) + 1;
        }
    }

    /** Adds to the entry what it has of its values beyond the first portion. */
    void complete(Entry entry) throws LdapException, CursorException, IOException, OrgUnavailable {
        List<Portion> first = new ArrayList<>();
        for (Attribute attribute : entry) {
            Portion portion = Portion.of(attribute);
            if (portion != null) {
                first.add(portion);
            }
        }
        for (Portion portion : first) {
            if (portion.from() != 0) {
                throw broken(entry, portion.name());
            }
            for (Portion at = portion; !at.isLast();) {
                Attribute more = after(entry, at);
                entry.put(more);
                at = Portion.of(more);
            }
        }
    }

    /** The portion behind this one. */
    private Attribute after(Entry entry, Portion before) throws LdapException, CursorException, IOException, OrgUnavailable {
        if (System.nanoTime() > deadline) {
            throw new OrgUnavailable("The directory " + where + " has not come to an end of " + before.name() + " of " + entry.getDn() + " in time.");
        }
        SearchRequest request = new SearchRequestImpl();
        request.setBase(entry.getDn()).setScope(SearchScope.OBJECT).setFilter("(objectClass=*)").setDerefAliases(AliasDerefMode.NEVER_DEREF_ALIASES)
                .setTimeLimit((int) where.read.toSeconds()).addAttributes(before.name() + ";range=" + before.next() + "-" + END);
        Attribute found = null;
        try (SearchCursor cursor = connection.search(request)) {
            while (cursor.next()) {
                found = cursor.isEntry() ? portion(cursor.getEntry(), before) : found;
            }
            if (cursor.getSearchResultDone().getLdapResult().getResultCode() != ResultCodeEnum.SUCCESS) {
                throw broken(entry, before.name());
            }
        }
        if (found == null) {
            throw broken(entry, before.name());
        }
        return found;
    }

    /** Null where it is another one than was asked for. */
    private static Attribute portion(Entry answer, Portion before) {
        for (Attribute attribute : answer) {
            Portion portion = Portion.of(attribute);
            if (portion != null && portion.name().toLowerCase(Locale.ROOT).equals(before.name().toLowerCase(Locale.ROOT)) && portion.from() == before.next()
                    && (portion.isLast() || Integer.parseInt(portion.to()) >= portion.from())) {
                return attribute;
            }
        }
        return null;
    }

    private OrgUnavailable broken(Entry entry, String name) {
        return new OrgUnavailable("The directory " + where + " answers the values of " + name + " of " + entry.getDn()
                + " in portions that do not follow each other; they may have changed meanwhile.");
    }
}
