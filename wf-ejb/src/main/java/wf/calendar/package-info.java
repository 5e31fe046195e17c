/**
 * Working calendars (§8.1): when people work, with holidays and make-up workdays, in a time zone; and the arithmetic of working time.
 * Pure: it knows java.time and nothing else, and asks no clock.
 */
package wf.calendar;
