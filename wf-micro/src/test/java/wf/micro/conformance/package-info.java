/** The conformance corpora on the deployed product, with its own clock, timers and jobs. */
package wf.micro.conformance;
