package wf.runtime;

/** What kind of administration a {@link Right} belongs to. Of the first three nobody has two where they are separated (三员分立). */
public enum Duty {
    /** 系统管理: technical set-up and the organisation. */
    SYSTEM,
    /** 安全管理: roles and grants, keys, sessions, and what identities may do. */
    SECURITY,
    /** 审计管理: reads what others have done, and does nothing itself. */
    AUDIT,
    /** 流程管理: processes and what runs of them; goes with any of the others. */
    PROCESS;

    /** Whether it may be separated from others. */
    public boolean isSeparable() {
        return this != PROCESS;
    }
}
