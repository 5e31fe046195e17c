package wf.org.source;

/**
 * Something of the source that was left out or taken otherwise than it stands there, for an administrator.
 *
 * @param kind what it is
 * @param id   whom or what it is about
 */
public record Remark(Kind kind, String id) {

    /** What can be remarked; its text is {@code organisation.remark.<KIND>}. */
    public enum Kind {
        /** Its id is missing, too long, or has signs that no id can have. */
        ID_UNFIT,
        /** A second one of the same id was left out. */
        ID_TWICE,
        /** Whoever has the login name already keeps it; this one was left out. */
        LOGIN_TWICE,
        /** The id belongs to somebody or something that is kept here; this one was left out. */
        ID_TAKEN,
        /** The login name belongs to somebody who is kept here; this one was left out. */
        LOGIN_TAKEN,
        /** Its parents go in a circle; it was put at the top. */
        PARENT_CIRCLE,
        /** The moment at which somebody begins or ceases to count cannot be read; he does not count. */
        VALIDITY_UNFIT,
        /** Groups that contain each other too deeply; its deeper members were left out. */
        GROUP_DEPTH
    }

    /** Names from outside may be of any length. */
    public Remark {
        id = id == null ? "" : id.length() > 80 ? id.substring(0, 80) : id;
    }
}
