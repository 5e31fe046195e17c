/**
 * SOAP and REST: thin bindings of the services in {@code wf.service}, no logic of processes.
 *
 * <p>A port interface names the operations of a group once and carries the annotations of both faces; a dynamic proxy
 * performs them. What belongs to HTTP (who calls, headers, sizes, the form of a refusal) is done here, in one place for
 * all operations.
 */
package wf.ws;
