package wf.instance;

/**
 * Somebody at work asks others: to sign or to help, before he goes on, after him or beside him (会签 F4, 加签 F12, 协办 F28).
 * It is held by the visit and known by the item of whoever asked, its host; the items of those who are asked name the host.
 *
 * @param hostId the item of whoever asked; it may be closed already where the others come after it
 * @param round the tally; null for assistants, who do not vote
 */
public record Consultation(long hostId, Kind kind, SigningRound round) {

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
        ASSIST
    }

    /** Whether the host may not go on meanwhile. */
    public boolean holdsHost() {
        return kind == Kind.COUNTERSIGN || kind == Kind.BEFORE || kind == Kind.ASSIST;
    }

    Consultation with(SigningRound newRound) {
        return new Consultation(hostId, kind, newRound);
    }
}
