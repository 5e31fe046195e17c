package wf.store;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;

/** Long lists of ids in pieces that every database takes as parameters of one statement: PostgreSQL ends at 65,535. */
final class Portions {

    static final int SIZE = 1_000;

    private Portions() {
    }

    static <T> List<List<T>> of(Collection<T> all) {
        List<T> list = List.copyOf(all);
        List<List<T>> portions = new ArrayList<>();
        for (int from = 0; from < list.size(); from += SIZE) {
            portions.add(list.subList(from, Math.min(from + SIZE, list.size())));
        }
        return portions;
    }
}
