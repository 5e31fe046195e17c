/**
 * A directory as a source of the organisation (§6.8): reading it by an attribute map, and signing on by binding. The
 * library that speaks LDAP is known here alone.
 */
package wf.org.ldap;
