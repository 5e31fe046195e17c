package wf.store;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;

/** Where the chain of what a tenant's administrators did ends. */
@Entity
@Table(name = "wf_admin_chain")
public class AdminChainRow {
    @Id
    public String tenant;

    @Column(name = "chain_length")
    public long length;

    public String hash;
}
