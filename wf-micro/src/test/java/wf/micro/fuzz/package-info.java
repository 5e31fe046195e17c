/** Requests that nobody would think of, made at random from what the product publishes about itself; none may bring it down. */
package wf.micro.fuzz;
