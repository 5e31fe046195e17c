package wf.micro.cluster;

import java.util.List;
import wf.contract.InstanceState;
import wf.contract.OperationReply;
import wf.contract.ReturnTarget;
import wf.contract.ReturnTargetList;
import wf.contract.WorkItemInfo;
import wf.contract.WorkItemPage;
import wf.contract.WorkListKind;
import wf.micro.face.Rest;

/** What lies before a person of one instance, as a node shows it to him: already old when he looks at it. */
final class Desk {
    private final Rest node;
    private final Answers answers;
    private final String person;
    private final long instance;
    private final String businessKey;
    private final InstanceState state;
    private final List<WorkItemInfo> todo;

    /** @param last what somebody was answered last about the instance */
    Desk(Rest node, Answers answers, String person, OperationReply last, String businessKey) {
        this.node = node;
        this.answers = answers;
        this.person = person;
        this.instance = last.instanceId;
        this.state = last.state;
        this.businessKey = businessKey;
        todo = list(WorkListKind.TODO);
    }

    String person() {
        return person;
    }

    long instance() {
        return instance;
    }

    /** Of the instance, as far as one has heard. */
    InstanceState state() {
        return state;
    }

    List<WorkItemInfo> todo() {
        return todo;
    }

    List<WorkItemInfo> list(WorkListKind kind) {
        return answers.to(kind + " of " + person, () -> node.call(person, WorkItemPage.class, "listWorkItems", "kind", kind,
                "businessKey", businessKey, "limit", 50).items).orElse(List.of());
    }

    List<ReturnTarget> returnTargets(long item) {
        return answers.to("return targets of " + item, () -> node.call(person, ReturnTargetList.class, "listReturnTargets", "workItemId", item).targets)
                .orElse(List.of());
    }
}
