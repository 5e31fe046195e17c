package wf.calendar;

/**
 * A day that is otherwise than its weekday says: a holiday, or a day on which is worked instead of another (调休).
 *
 * @param name what people call it, or null
 * @param hours when is worked; null: as on the working days of the week
 */
public record SpecialDay(boolean worked, String name, WorkDay hours) { }
