package wf.store;

import jakarta.persistence.Column;
import jakarta.persistence.Convert;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import jakarta.persistence.Table;
import java.time.Instant;

/** Work that was handed in to be carried out by and by; the job that does it has the same id. */
@Entity
@Table(name = "wf_ticket")
@IdClass(TenantKey.class)
public class TicketRow {
    @Id
    public String tenant;

    @Id
    public long id;

    public String state;

    public String operation;

    @Column(name = "op_id")
    public String opId;

    public String fingerprint;

    public String person;

    /** The service account that he came through, or null. */
    public String service;

    public String language;

    public String channel;

    public String address;

    @Column(name = "instance_id")
    public long instanceId;

    @Column(name = "work_item_id")
    public long workItemId;

    @Convert(converter = InstantConverter.class)
    @Column(name = "accepted_at")
    public Instant acceptedAt;

    @Convert(converter = InstantConverter.class)
    @Column(name = "ended_at")
    public Instant endedAt;

    /** Its place among others, a number that the database gives: clocks of nodes differ. */
    @Column(insertable = false, updatable = false)
    public long turn;

    /** Its id once it has failed, so that its operation id is free again; else 0. */
    public long lapsed;

    public String code;

    public String message;

    /** Sealed like a draft; null once it is over. */
    public String request;

    public String reply;
}
