/**
 * When a timer of a model is due: ISO 8601 dates, durations and repetitions as BPMN says, and cron as our extension
 * (N3, N12). Pure calendar arithmetic; cron-utils is known here and nowhere else.
 */
package wf.rule.schedule;
