/**
 * Messages to people (§11.3): whom an event concerns ({@link wf.notice.Occasions}), how each of them wants to be told
 * ({@link wf.notice.Wishes}), in which words ({@link wf.notice.Templates}), and over which channels it goes. One row is one message
 * to one person over one channel; whatever is not in the site is sent by a job, which tries again and in the end leaves a dead
 * letter.
 */
package wf.notice;
