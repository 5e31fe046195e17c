/** What people and administrators do about messages: boxes, wishes, words, dead letters, and messages in one's own words. */
package wf.inbox;
