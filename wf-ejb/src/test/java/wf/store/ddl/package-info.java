/**
 * Creation scripts for databases on which nothing is run here: {@code sql/oracle/create.sql} and its neighbours are made of the
 * tables that the migrations leave in an H2, and read again by parsers of those dialects. What is written by hand for databases
 * that nobody can try would be forgotten with the next migration.
 */
package wf.store.ddl;
