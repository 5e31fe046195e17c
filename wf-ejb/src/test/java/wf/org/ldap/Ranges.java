package wf.org.ldap;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.directory.api.ldap.model.entry.Attribute;
import org.apache.directory.api.ldap.model.entry.DefaultAttribute;
import org.apache.directory.api.ldap.model.entry.Entry;
import org.apache.directory.api.ldap.model.entry.Value;
import org.apache.directory.api.ldap.model.exception.LdapException;
import org.apache.directory.server.core.api.filtering.EntryFilter;
import org.apache.directory.server.core.api.filtering.EntryFilteringCursor;
import org.apache.directory.server.core.api.interceptor.BaseInterceptor;
import org.apache.directory.server.core.api.interceptor.context.SearchOperationContext;

/** Has an ApacheDS answer members as Active Directory does: so many at a time, under a name that says which. */
final class Ranges extends BaseInterceptor {
    private static final Pattern ASKED = Pattern.compile("range=(\\d+)-", Pattern.CASE_INSENSITIVE);

    /** 0: all at once. */
    volatile int size;
    /** Whether it answers the first ones whatever is asked. */
    volatile boolean stuck;
    /** Answered so far. */
    final List<String> answered = new ArrayList<>();

    Ranges() {
        super("ranges");
    }

    @Override
    public EntryFilteringCursor search(SearchOperationContext context) throws LdapException {
        EntryFilteringCursor found = next(context);
        if (size > 0) {
            found.addEntryFilter(new EntryFilter() {
                @Override
                public boolean accept(SearchOperationContext asked, Entry entry) throws LdapException {
                    portion(entry, stuck ? 0 : from(asked));
                    return true;
                }

                @Override
                public String toString(String tabs) {
                    return tabs + "ranges";
                }
            });
        }
        return found;
    }

    private static int from(SearchOperationContext asked) {
        Stream<String> names = asked.getReturningAttributesString() == null ? Stream.empty() : Stream.of(asked.getReturningAttributesString());
        Stream<String> options = asked.getReturningAttributes() == null ? Stream.empty() : asked.getReturningAttributes().stream()
                .filter(a -> a.getOptions() != null).flatMap(a -> a.getOptions().stream());
        Matcher matcher = ASKED.matcher(Stream.concat(names, options).collect(Collectors.joining(" ")));
        return matcher.find() ? Integer.parseInt(matcher.group(1)) : 0;
    }

    private void portion(Entry entry, int from) throws LdapException {
        Attribute all = entry.get("member");
        if (all == null || all.size() <= size) {
            return;
        }
        List<Value> values = new ArrayList<>();
        all.forEach(values::add);
        boolean last = from + size >= values.size();
        Attribute some = new DefaultAttribute(all.getAttributeType());
        for (Value value : values.subList(from, last ? values.size() : from + size)) {
            some.add(value);
        }
        some.setUpId("member;range=" + from + "-" + (last ? "*" : from + size - 1));
        entry.removeAttributes("member");
        entry.put(some);
        answered.add(some.getUpId());
    }
}
