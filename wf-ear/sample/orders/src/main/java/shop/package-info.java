/**
 * A customer's own application as small as it can be: orders with a table of their own, which the product approves. It
 * knows nothing of the engine but its client jar. It is a sample and in no archive that ships.
 */
package shop;
