/** Many people at work on one node over REST, as their browsers would be: requests of a session each, and time to think between them. */
package wf.bench.load;
