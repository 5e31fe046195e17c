/**
 * The organisation: departments, people, groups and posts (§6), read into memory as one immutable snapshot per tenant.
 */
package wf.org;
