package wf.calendar;

/**
 * A part of a day in which is worked, such as 09:00 to 12:00; in minutes of the wall clock, where 1440 is midnight at its end.
 *
 * @param from the first minute
 * @param to the minute after the last
 */
public record DayPart(int from, int to) implements Comparable<DayPart> {

    static final int DAY = 1_440;

    public DayPart {
        if (from < 0 || to > DAY || from >= to) {
            throw new IllegalArgumentException("a part of a day begins before it ends, between 00:00 and 24:00");
        }
    }

    /** {@code 09:00}; {@code 24:00} is the end of the day. */
    public static int minute(String text) {
        if (!text.matches("([01][0-9]|2[0-3]):[0-5][0-9]|24:00")) {
            throw new IllegalArgumentException("\"" + text + "\" is no time of day such as 09:00");
        }
        return Integer.parseInt(text.substring(0, 2)) * 60 + Integer.parseInt(text.substring(3));
    }

    public static String text(int minute) {
        return String.format("%02d:%02d", minute / 60, minute % 60);
    }

    @Override
    public int compareTo(DayPart other) {
        return Integer.compare(from, other.from);
    }
}
