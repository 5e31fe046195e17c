/** Two nodes on one database, and many people who work on the same instances over both at the same time (§1.5). */
package wf.micro.cluster;
