package wf.stream;

import java.time.Instant;
import java.util.Set;

/**
 * What a stream says next.
 *
 * @param all whether all lists are to be read anew, since it is not known which have changed
 * @param lists that have changed; none of them and not all is a sign of life
 * @param at up to when everything that was heard has been said with this
 */
public record News(boolean all, Set<ListName> lists, Instant at) { }
