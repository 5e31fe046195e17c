/**
 * The boundary of the engine: what callers call, how they are refused, and the settings of the product.
 */
package wf.service;
