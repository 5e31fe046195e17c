/** The engine as a benchmark's client sees it. What the harness of the peers asks for is put together of this in {@code peerbench}. */
package wf.bench;
