/**
 * The one way of every write operation: {@link wf.command.CommandBus}. It finds what the operation is about, asks the
 * core for a decision and stores it; it knows no operation and no node type by name.
 */
package wf.command;
