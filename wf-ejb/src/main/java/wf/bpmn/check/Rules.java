package wf.bpmn.check;

/** A family of rules, at work on one file. */
interface Rules {

    void check();
}
