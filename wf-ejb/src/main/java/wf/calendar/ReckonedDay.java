package wf.calendar;

import java.time.Duration;
import java.time.LocalDate;

/**
 * One day of a reckoning.
 *
 * @param worked how much of the time was worked on it
 * @param workday whether is worked on it at all
 * @param special why it is otherwise than its weekday; else null
 */
public record ReckonedDay(LocalDate date, Duration worked, boolean workday, SpecialDay special) { }
