package wf.store;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** What is to happen when a transaction ends: first what only a commit brings, then what happens in any case. */
public final class Endings {

    private final List<Runnable> afterCommit = new ArrayList<>();
    private final List<Runnable> always = new ArrayList<>();
    private final Set<Object> keys = new HashSet<>();

    public void afterCommit(Runnable action) {
        afterCommit.add(action);
    }

    public boolean isHeld(Object key) {
        return keys.contains(key);
    }

    public void always(Object key, Runnable action) {
        keys.add(key);
        always.add(action);
    }

    public void ended(boolean committed) {
        try {
            if (committed) {
                afterCommit.forEach(Runnable::run);
            }
        } finally {
            always.forEach(Runnable::run);
        }
    }
}
