package wf.stream;

import java.time.Instant;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import wf.org.DeputyRow;
import wf.runtime.Directory;
import wf.runtime.Member;

/**
 * What somebody hears: which lists of which audience are his. Besides his own those of whom he is a deputy, whose work stands in his lists;
 * whether a grant is about this very process or step is left to the list.
 *
 * @param lists by audience: {@code user:li}, {@code group:finance}
 */
record Ears(Map<String, Set<ListName>> lists) {

    private static final Set<ListName> OF_PRINCIPALS = EnumSet.of(ListName.TODO, ListName.CLAIMABLE, ListName.OVERDUE);
    private static final Set<ListName> OFFERED = EnumSet.of(ListName.CLAIMABLE);

    static Ears of(Member person, List<DeputyRow> grants, Directory directory, Instant now) {
        Map<String, Set<ListName>> lists = new HashMap<>();
        person.memberships().forEach(m -> hear(lists, m, EnumSet.allOf(ListName.class)));
        hear(lists, "user:" + person.id(), EnumSet.allOf(ListName.class));
        grants.stream().filter(g -> g.isValidAt(now)).map(g -> directory.member(g.principal)).flatMap(Optional::stream).forEach(principal -> {
            principal.memberships().forEach(m -> hear(lists, m, OFFERED));
            hear(lists, "user:" + principal.id(), OF_PRINCIPALS);
        });
        return new Ears(lists);
    }

    private static void hear(Map<String, Set<ListName>> lists, String audience, Set<ListName> which) {
        lists.computeIfAbsent(audience, a -> EnumSet.noneOf(ListName.class)).addAll(which);
    }

    boolean hear(ListChange change) {
        return lists.getOrDefault(change.audience(), Set.of()).contains(change.list());
    }
}
