/**
 * Brings the tables to the version that the product needs, or says which script is missing.
 *
 * <p>The scripts are plain numbered SQL in the folder {@code sql} of the repository, one set per database, packed into
 * the jar. Each ends by noting its number in the table {@code wf_schema}, so that the check works whoever ran it.
 */
package wf.store.migration;
