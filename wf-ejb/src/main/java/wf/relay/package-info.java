/**
 * What leaves after the commit (§11.3, §11.4): rows of the outbox become events on the topic {@code wf.event} and messages to
 * people. The rows are the truth; a broker that is away, or loses something, costs time and nothing else. What the texts of
 * events say is told in {@code docs/messages.md}.
 */
package wf.relay;
