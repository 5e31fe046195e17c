/**
 * The access log (§0.8): what leaves no row in the journal of an instance, since it changes none. Refused attempts of every kind,
 * and what is done beside an instance: opening, keeping a draft, circulating, reading, urging.
 */
package wf.audit;
