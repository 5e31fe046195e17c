/** What others wrote and the product must understand: conformance corpora, read where they lie, skipped where they do not. */
package wf.conformance;
