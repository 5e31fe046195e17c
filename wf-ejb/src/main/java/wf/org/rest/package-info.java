/**
 * The organisation from a service of the customer's.
 */
package wf.org.rest;
