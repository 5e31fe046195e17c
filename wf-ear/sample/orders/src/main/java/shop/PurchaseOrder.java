package shop;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.math.BigDecimal;

/** What somebody wants to buy, and the process that decides on it. */
@Entity
@Table(name = "shop_order")
public class PurchaseOrder {
    @Id
    public String id;

    public String buyer;

    public BigDecimal amount;

    /** Null while no process decides on it. */
    @Column(name = "instance_id")
    public Long instanceId;
}
