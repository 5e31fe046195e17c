package wf.contract;

import java.io.Serializable;
import java.util.ArrayList;
import java.util.List;

/**
 * A page of people, by their ids.
 */
public class PersonPage implements Serializable {
    private static final long serialVersionUID = 1L;

    /** Who was found. */
    public List<Person> people = new ArrayList<>();

    /** There are more: send it as {@code after}. Null when these were the last. */
    public String next;
}
