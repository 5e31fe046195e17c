/**
 * The login filter (§10.1, mode 2): who a request is from, where somebody before the product has signed him on.
 */
package wf.access.filter;
