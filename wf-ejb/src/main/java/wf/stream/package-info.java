/**
 * Tells people who listen that one of their lists has changed, so that a portal need not ask again and again (docs/lists.md, decision 0047).
 *
 * <p>Which lists an operation changes is reckoned when it is written, since nobody knows it better, and kept in memory until the relay takes
 * its row out of the outbox. Then the streams of this node are told, and in the same transaction, where other nodes have streams, a row for
 * them. What is told is the name of a list and nothing of what stands in it.
 */
package wf.stream;
