/** D8: instances that go on against another version of their definition, on the core and on the store. */
package wf.scenario.migration;
