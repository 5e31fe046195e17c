package wf.instance;

import wf.contract.WorkItemKind;

/**
 * Somebody at work asks others: to sign or to help, before he goes on, after him or beside him (会签 F4, 加签 F12, 协办 F28); or
 * has a process do something for him and waits for it (启动子流程 F22).
 * It is held by the visit and known by the item of whoever asked, its host.
 *
 * @param id the item by which they were asked, as their own items name it ({@link WorkItem#askedBy}); for a process the job that
 *     starts it and waits for its end
 * @param hostId the item of whoever holds that work now: another one once the host's work has gone to somebody else; it may
 *     be closed already where the others come after it
 * @param round the tally; null for assistants, who do not vote, and for signers who vote in the round of the model
 * @param by who asked, or has taken over the work of whoever did
 */
public record Consultation(long id, long hostId, Kind kind, SigningRound round, String by) {

    /** When the others have their say. */
    public enum Kind {
        /** 会签: the host waits until they have decided. */
        COUNTERSIGN,
        /** 前加签: the host waits until they have signed. */
        BEFORE,
        /** 后加签: the host has handed in his work, and the token leaves after them. */
        AFTER,
        /** 并加签: they sign while the host works; the token leaves after the last of all. */
        BESIDE,
        /** 协办: the host waits for his assistants. */
        ASSIST,
        /** 协办: assistants help while the host goes on working. */
        ASSIST_BESIDE,
        /** 启动子流程: the host waits for an instance of another process. */
        SUB_PROCESS;

        /** What those who are asked get; null for a process, which has work of its own. */
        public WorkItemKind asksFor() {
            return switch (this) {
                case COUNTERSIGN -> WorkItemKind.SIGN;
                case BEFORE, AFTER, BESIDE -> WorkItemKind.ADDSIGN;
                case ASSIST, ASSIST_BESIDE -> WorkItemKind.ASSIST;
                case SUB_PROCESS -> null;
            };
        }
    }

    /** Whether the host may not go on meanwhile. */
    public boolean holdsHost() {
        return kind == Kind.COUNTERSIGN || kind == Kind.BEFORE || kind == Kind.ASSIST || kind == Kind.SUB_PROCESS;
    }

    /** Whether the token stays for them although its host may have done his work. */
    public boolean holdsToken() {
        return round != null && !holdsHost();
    }

    Consultation with(SigningRound newRound) {
        return new Consultation(id, hostId, kind, newRound, by);
    }

    Consultation of(long newHost, String person) {
        return new Consultation(id, newHost, kind, round, person);
    }
}
