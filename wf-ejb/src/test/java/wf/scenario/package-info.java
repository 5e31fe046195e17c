/**
 * Scenarios in the words of the business, over two engines: the pure core in memory and the deployed application. The
 * driver is chosen by the test run; the scenarios are the same.
 */
package wf.scenario;
