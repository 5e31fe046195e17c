/**
 * What customers implement: beans that a process calls inside the engine's own transaction. As the requests and replies,
 * they are plain, of Java 8 level, and depend on nothing of the engine.
 */
package wf.spi;
