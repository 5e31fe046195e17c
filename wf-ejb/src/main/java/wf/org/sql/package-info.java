/**
 * The organisation from a database of the customer's, by queries of the configuration.
 */
package wf.org.sql;
