/**
 * Clients that nobody here wrote: they know the WSDL of the running product and nothing else of it. What they stumble
 * over, every integrator would.
 */
package wf.micro.foreign;
