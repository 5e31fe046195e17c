/**
 * Storing and loading: rows by JPA, the cache of images, the journal. Every access names its tenant; the core's classes
 * are translated here and know nothing of tables.
 */
package wf.store;
