/**
 * The organisation from elsewhere (§6.6): what an {@link wf.spi.OrgBuilder} tells is cleaned, compared with the tables and
 * written into them as one change. The tables stay what every node reads, and are the last good organisation.
 */
package wf.org.source;
