/** How the product says no: the refusal with its finished answer, the status of each code, and the texts in zh and en. */
package wf.refusal;
