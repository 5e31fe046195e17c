/** The settings of the product, each with its name, default and purpose, and where they are read from. */
package wf.setting;
