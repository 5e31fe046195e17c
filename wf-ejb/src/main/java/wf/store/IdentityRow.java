package wf.store;

import com.fasterxml.jackson.core.type.TypeReference;
import jakarta.persistence.Column;
import jakarta.persistence.Convert;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import wf.contract.FormMode;
import wf.operation.Appointment;
import wf.operation.Identity;
import wf.operation.Standing;

/** What a tenant says about an identity; of those without a row it says nothing. */
@Entity
@Table(name = "wf_identity")
@IdClass(IdentityKey.class)
public class IdentityRow {
    @Id
    public String tenant;

    @Id
    public String code;

    public int priority;

    /** Names with commas between them. */
    public String operations;

    @Column(name = "form_mode")
    public String mode;

    @Column(name = "name_zh")
    public String nameZh;

    @Column(name = "name_en")
    public String nameEn;

    public String appointments;

    @Convert(converter = InstantConverter.class)
    @Column(name = "changed_at")
    public Instant changedAt;

    @Column(name = "changed_by")
    public String changedBy;

    public Standing standing() {
        Set<String> granted = Arrays.stream(operations.split(",")).filter(o -> !o.isEmpty()).collect(Collectors.toSet());
        return new Standing(new Identity(code), priority, granted, FormMode.valueOf(mode), nameZh, nameEn,
                Json.read(appointments, new TypeReference<List<Appointment>>() { }));
    }

    void take(Standing standing) {
        priority = standing.priority();
        operations = String.join(",", new TreeSet<>(standing.operations()));
        mode = standing.mode().name();
        nameZh = standing.nameZh();
        nameEn = standing.nameEn();
        appointments = Json.write(standing.appointments());
    }
}
