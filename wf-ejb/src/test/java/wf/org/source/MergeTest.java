package wf.org.source;

import wf.store.TestDatabase;

class MergeTest extends MergeCases {

    MergeTest() {
        super(TestDatabase.H2);
    }
}
