/**
 * Tests that run inside the container, in the product's own WAR on a Payara Micro of their own with a database in
 * memory: what no client can see.
 */
package wf.micro.inside;
