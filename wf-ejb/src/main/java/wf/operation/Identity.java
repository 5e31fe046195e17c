package wf.operation;

import java.util.List;
import java.util.Set;
import wf.contract.WorkItemKind;

/**
 * What a person can be to a work item or instance (§1.2); several at once. Those that the product brings stand here, the
 * weightiest first; a tenant adds its own. What each may do, and how much it weighs, stands in the tenant's {@link Charter}.
 */
public record Identity(String code) {

    /** 主办: holds the item as its main handler. */
    public static final Identity MAIN = new Identity("MAIN");
    /** 会签: holds the item as a signer. */
    public static final Identity SIGN = new Identity("SIGN");
    /** 加签: holds the item as an added signer. */
    public static final Identity ADDSIGN = new Identity("ADDSIGN");
    /** 协办: holds the item as an assistant. */
    public static final Identity ASSIST = new Identity("ASSIST");
    /** 候选人: the item is offered to him among others, or was until one of them took it. */
    public static final Identity CANDIDATE = new Identity("CANDIDATE");
    /** 发送者: sent the work from the node before, or asked for it. */
    public static final Identity SENDER = new Identity("SENDER");
    /** 创建者: started the instance. */
    public static final Identity CREATOR = new Identity("CREATOR");
    /** 已办者: handled an item of the instance. */
    public static final Identity HANDLED = new Identity("HANDLED");
    /** 监控者: the model or the tenant has him watch over it. */
    public static final Identity MONITOR = new Identity("MONITOR");
    /** 读者: the model lets him read. */
    public static final Identity READER = new Identity("READER");
    /** 代办人: acts for somebody, and is besides what that person is. */
    public static final Identity DEPUTY = new Identity("DEPUTY");
    /** 流程管理员: administers the tenant's processes. */
    public static final Identity MANAGER = new Identity("MANAGER");
    /** 任何人: anybody signed on; the operation checks more itself. */
    public static final Identity ANYBODY = new Identity("ANYBODY");

    /** Those that the product brings, the weightiest first. */
    public static final List<Identity> BUILT_IN = List.of(MAIN, SIGN, ADDSIGN, ASSIST, CANDIDATE, SENDER, CREATOR, HANDLED, MONITOR, READER,
            DEPUTY, MANAGER, ANYBODY);

    /** Those who hold the item, in whatever way. */
    public static final Set<Identity> HOLDERS = Set.of(MAIN, SIGN, ADDSIGN, ASSIST);

    /** Those that somebody has by one item, and not by the instance. */
    public static final Set<Identity> OF_ITEMS = Set.of(MAIN, SIGN, ADDSIGN, ASSIST, CANDIDATE, SENDER);

    /** How a holder of an item of that kind is called. */
    static Identity of(WorkItemKind kind) {
        return new Identity(kind.name());
    }

    public boolean isBuiltIn() {
        return BUILT_IN.contains(this);
    }

    /** The code alone, as it stands in journals and documents. */
    @Override
    public String toString() {
        return code;
    }
}
