package wf.bpmn;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import wf.contract.ElementChange;
import wf.contract.ElementChangeKind;
import wf.contract.SettingChange;

/** D5: what became of a process from one file to another, told by the ids of its elements. */
public final class ModelDifference {

    /** A process in its file. */
    public record Version(byte[] source, String key) { }

    private final Outline before;
    private final Outline after;
    private final String key;

    private ModelDifference(Version before, Version after) {
        this.before = Outline.read(before.source(), before.key());
        this.after = Outline.read(after.source(), after.key());
        this.key = after.key();
    }

    /** Added elements, then removed, changed and moved ones, each in the order of their file. */
    public static List<ElementChange> between(Version before, Version after) {
        return new ModelDifference(before, after).changes();
    }

    private List<ElementChange> changes() {
        List<ElementChange> added = new ArrayList<>();
        List<ElementChange> removed = new ArrayList<>();
        List<ElementChange> changed = new ArrayList<>();
        List<ElementChange> moved = new ArrayList<>();
        after.elements().forEach((id, element) -> {
            Outline.Element earlier = before.elements().get(id);
            if (earlier == null) {
                added.add(change(ElementChangeKind.ADDED, id, element, Map.of(), element.settings()));
            } else if (!earlier.type().equals(element.type()) || !earlier.settings().equals(element.settings())) {
                changed.add(changed(id, earlier, element));
            } else if (hasMoved(id)) {
                moved.add(change(ElementChangeKind.MOVED, id, element, Map.of(), Map.of()));
            }
        });
        before.elements().forEach((id, element) -> {
            if (!after.elements().containsKey(id)) {
                removed.add(change(ElementChangeKind.REMOVED, id, element, element.settings(), Map.of()));
            }
        });
        added.addAll(removed);
        added.addAll(changed);
        added.addAll(moved);
        return added;
    }

    /** An element that only one of the diagrams shows has not moved: the other file may have no diagram at all. */
    private boolean hasMoved(String id) {
        String from = before.drawing(id);
        String to = after.drawing(id);
        return from != null && to != null && !from.equals(to);
    }

    private ElementChange changed(String id, Outline.Element earlier, Outline.Element element) {
        ElementChange change = change(ElementChangeKind.CHANGED, id, element, earlier.settings(), element.settings());
        if (!earlier.type().equals(element.type())) {
            change.settings.add(0, setting("element", earlier.type(), element.type()));
        }
        return change;
    }

    private ElementChange change(ElementChangeKind kind, String id, Outline.Element element, Map<String, String> from,
            Map<String, String> to) {
        ElementChange change = new ElementChange();
        change.kind = kind;
        change.elementId = id.isEmpty() ? key : id;
        change.elementType = element.type();
        change.name = element.name();
        Set<String> names = new LinkedHashSet<>(to.keySet());
        names.addAll(from.keySet());
        names.stream().filter(n -> !Objects.equals(from.get(n), to.get(n)))
                .forEach(n -> change.settings.add(setting(n, from.get(n), to.get(n))));
        return change;
    }

    private static SettingChange setting(String name, String before, String after) {
        SettingChange setting = new SettingChange();
        setting.name = name;
        setting.before = before;
        setting.after = after;
        return setting;
    }
}
