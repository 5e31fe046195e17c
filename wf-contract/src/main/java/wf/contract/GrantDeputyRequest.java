package wf.contract;

import java.util.ArrayList;
import java.util.Date;
import java.util.List;

/**
 * U26: names a deputy for a time.
 */
public class GrantDeputyRequest extends ArrangementRequest {
    private static final long serialVersionUID = 1L;

    /** For whom he stands in; null for the caller. Only administrators name another. */
    public String principal;

    /** Who stands in for him; required. */
    public String deputy;

    /** From when; null for now. */
    public Date from;

    /** Until when, exclusive; null until it is revoked. */
    public Date to;

    /** Of what work; empty for all. Each becomes a grant of its own. */
    public List<DeputyScope> scopes = new ArrayList<>();

    /** How; null for ACT_FOR. */
    public DeputyMode mode;

    /** 代办接收: whether it counts only once the deputy has accepted it. */
    public boolean acceptance;

    /** What the deputy is told, at most 4000 characters, or null. */
    public String note;
}
