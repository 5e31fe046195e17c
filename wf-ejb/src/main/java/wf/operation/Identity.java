package wf.operation;

import java.util.Set;
import wf.contract.FormMode;

/**
 * What a person can be to a work item or instance (§1.2); several at once. They stand in the order of their weight: the first
 * that somebody holds is how he is shown, and how his form is. What each may do stands with the operations.
 */
public enum Identity {
    /** 主办: holds the item as its main handler. */
    MAIN,
    /** 会签: holds the item as a signer. */
    SIGN,
    /** 加签: holds the item as an added signer. */
    ADDSIGN,
    /** 协办: holds the item as an assistant. */
    ASSIST,
    /** 候选人: the item is offered to him among others, or was until one of them took it. */
    CANDIDATE,
    /** 发送者: sent the work from the node before, or asked for it. */
    SENDER,
    /** 创建者: started the instance. */
    CREATOR,
    /** 已办者: handled an item of the instance. */
    HANDLED,
    /** 读者: the model lets him read. */
    READER,
    /** 代办人: acts for somebody, and is besides what that person is. */
    DEPUTY,
    /** 流程管理员: administers the tenant's processes. */
    MANAGER,
    /** 任何人: anybody signed on; the operation checks more itself. */
    ANYBODY;

    /** Those who hold the item, in whatever way. */
    public static final Set<Identity> HOLDERS = Set.of(MAIN, SIGN, ADDSIGN, ASSIST);

    /** Whether the form is his to fill in. */
    public FormMode mode() {
        return HOLDERS.contains(this) ? FormMode.FILL : FormMode.READ;
    }
}
