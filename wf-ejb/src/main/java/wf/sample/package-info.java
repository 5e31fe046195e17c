/**
 * People and processes to try the product with; loaded into an empty database only, and only when asked for.
 */
package wf.sample;
