/**
 * XPath 1.0 for models of the Common Executable class, over variables instead of documents: no XML is read, so there is
 * nothing to load from outside. The only package that knows jaxen.
 */
package wf.rule.xpath;
