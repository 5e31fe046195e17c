/**
 * Signing on: passwords, sessions and what slows an attacker down.
 */
package wf.access;
