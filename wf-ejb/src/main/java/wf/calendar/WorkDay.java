package wf.calendar;

import java.util.List;

/** The parts of one day in which is worked, in their order; without any it is free. */
public record WorkDay(List<DayPart> parts) {

    public static final WorkDay FREE = new WorkDay(List.of());

    public WorkDay {
        parts = parts.stream().sorted().toList();
        for (int i = 1; i < parts.size(); i++) {
            if (parts.get(i).from() < parts.get(i - 1).to()) {
                throw new IllegalArgumentException("two parts of a day overlap");
            }
        }
    }

    public boolean isFree() {
        return parts.isEmpty();
    }
}
