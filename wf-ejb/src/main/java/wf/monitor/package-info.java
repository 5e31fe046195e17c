/**
 * What operators see and steer of a node (§5.2): its five services, its health and its measures. For all tenants at once, so
 * only administrators of the installation's own tenant are operators.
 */
package wf.monitor;
