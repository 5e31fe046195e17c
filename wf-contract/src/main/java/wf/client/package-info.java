/**
 * What another application on Jakarta EE (or, through its server's client library, on the older Java EE) compiles against
 * to call the product as session beans: an interface for each group of operations. They are of Java 8 level and carry
 * no annotation, so that they belong to neither the old nor the new package names.
 *
 * <p>An implementation is found by its portable name, {@code java:global/wf/wf-ejb/InstanceFace!wf.client.InstanceService} where
 * the application is {@code wf.ear}; the guide docs/ejb.md has the names for other places. Numbers cited as § are
 * clauses of the domain specification.
 */
package wf.client;
