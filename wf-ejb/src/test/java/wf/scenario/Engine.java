package wf.scenario;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import wf.contract.ErrorCode;
import wf.contract.GrantDeputyRequest;
import wf.contract.InstanceState;
import wf.contract.OperationRequest;
import wf.contract.PutIdentityRequest;
import wf.contract.WorkItemKind;
import wf.contract.WorkItemState;

/** What a scenario asks of an engine: the pure core in memory is one, the deployed application over REST another. */
public interface Engine {

    /** An open item as a scenario sees it. */
    record Item(long id, String node, String owner, boolean offered, WorkItemKind kind, WorkItemState state, Instant dueAt) { }

    /** The answer to an operation: nothing, or the code of the refusal. */
    record Answer(long instanceId, ErrorCode refused) { }

    /** Deploys and releases; answers the key. */
    String deploy(String bpmn);

    /** Stores a script as the next version of its name. */
    void script(String name, String source);

    /** An administrator says something about an identity; refused with a code where it cannot be so. */
    ErrorCode identity(String code, PutIdentityRequest request);

    /** The person names a deputy; refused with a code where he may not. */
    ErrorCode deputy(String person, GrantDeputyRequest request);

    Answer start(String person, String key, Map<String, Object> variables);

    /** @param target item, instance or incident, as the operation wants it */
    Answer perform(String person, String operation, long instanceId, long target, OperationRequest request);

    /**
     * The instance goes on against the version of its process that was deployed last.
     *
     * @param nodes ids of nodes that are other ones there
     */
    Answer migrate(String person, long instanceId, Map<String, String> nodes);

    /** The visit of the node that goes on; of a repeated activity the one that stands for the whole. */
    long visitAt(long instanceId, String node);

    /** The branch whose token stands at the node. */
    long branchAt(long instanceId, String node);

    /** The person opens his item. */
    void open(String person, long instanceId, long itemId);

    /** The latest item of the person, or of anybody where that is null, that was handled at the node. */
    Optional<Long> done(long instanceId, String person, String node);

    List<Item> openItems(long instanceId);

    /** Whether an administrator finds it. */
    boolean isThere(long instanceId);

    InstanceState stateOf(long instanceId);

    Object variable(long instanceId, String name);

    /** Open incidents as "code@node". */
    Map<Long, String> incidents(long instanceId);

    /** Instances that this one called, in the order in which they began. */
    List<Long> children(long instanceId);

    /** Somebody sends a message from outside; refused where several wait for it. */
    ErrorCode message(String name, String key, Map<String, ?> payload);

    /** Somebody sends a signal from outside. */
    void signal(String name, Map<String, ?> payload);

    /** Lets time pass: what is due meanwhile happens, each at its moment. */
    void pass(Duration duration);

    /** The moment that it is in the engine's world. */
    Instant now();

    /** Latest visits that can be returned to, as node to visit. */
    Map<String, Long> returnTargets(String person, long itemId, long instanceId);
}
