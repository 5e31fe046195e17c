package wf.access;

import jakarta.persistence.Column;
import jakarta.persistence.Convert;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import jakarta.persistence.Table;
import java.time.Instant;
import wf.store.InstantConverter;

/** A session of somebody in a browser, who signed on there by password or came with a token. */
@Entity
@Table(name = "wf_session")
@IdClass(SessionKey.class)
public class SessionRow {
    @Id
    public String tenant;

    @Id
    @Column(name = "token_hash")
    public String tokenHash;

    @Column(name = "person_id")
    public String personId;

    public String channel;

    @Column(name = "client_ip")
    public String clientIp;

    @Convert(converter = InstantConverter.class)
    @Column(name = "opened_at")
    public Instant openedAt;

    /** When it was last seen in use, noted once a minute at most. */
    @Convert(converter = InstantConverter.class)
    @Column(name = "seen_at")
    public Instant seenAt;

    /** When it ends, however busy it is. */
    @Convert(converter = InstantConverter.class)
    @Column(name = "expires_at")
    public Instant expiresAt;

    /** With what he signs off where he was signed on, sealed under the token of the session; null for nowhere. */
    @Column(name = "logout_hint")
    public String logoutHint;

    /** The service account whose token opened it; null where the person signed on himself. */
    public String via;
}
