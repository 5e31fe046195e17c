/**
 * Y1 过程信息输出: what happened to an instance, as programs and people want it – a table, JSON, XML, an approval sheet to
 * print, the diagram with what has come of each node. Everything is read off the history, so that it shows no more to
 * anybody than that does.
 */
package wf.report;
