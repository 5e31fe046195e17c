package wf.store;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import jakarta.persistence.EntityManager;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.UnaryOperator;
import wf.contract.ErrorCode;
import wf.refusal.Messages;
import wf.refusal.Refused;
import wf.setting.Family;
import wf.setting.Settings;

/**
 * Seals the values of encrypted fields before they are stored (§11.1, §11.2a): with a key of the instance, which itself
 * stands under a master key that only the configuration knows. Whoever takes the database alone reads none of them; and
 * when an instance's key is erased they are lost in every backup too, while journals stay whole, since their hashes cover
 * what is stored. A process without such fields costs nothing.
 */
@Singleton
public class Sealing {

    private static final long MEMORY_NANOS = 1_000_000_000;
    private static final int MOST_KNOWN = 1_000;

    /** A key as it was a moment ago. */
    private record Known(Optional<InstanceCipher> cipher, long since) { }

    private final Map<TenantKey, Known> known = new ConcurrentHashMap<>();
    private final EntityManager em;
    private final DefinitionStore definitions;
    private final MasterKeys masters;
    private final Ciphering ciphering;

    @Inject
    public Sealing(EntityManager em, DefinitionStore definitions, Settings settings) {
        this.em = em;
        this.definitions = definitions;
        this.masters = new MasterKeys(settings);
        this.ciphering = Ciphering.of(settings);
    }

    /** Whether there is a master key for new instances. */
    public boolean isReady() {
        return masters.of(masters.current()).isPresent();
    }

    // ---- storing ----

    /** The text as it may be stored: JSON in which the values of encrypted fields are sealed. */
    public String seal(String tenant, long instanceId, long definitionId, String json) {
        Set<String> fields = definitions.get(tenant, definitionId).process().encrypted();
        return fields.isEmpty() ? json : Json.changed(json, node -> SealedText.seal(node, fields, sealing(tenant, instanceId)));
    }

    /** Where the key was erased nothing new can be sealed any more. What was sealed reads as nothing, and is stored as that when the instance is deleted. */
    private UnaryOperator<String> sealing(String tenant, long instanceId) {
        InstanceKeyRow row = em.find(InstanceKeyRow.class, new TenantKey(tenant, instanceId));
        Optional<InstanceCipher> cipher = row == null ? Optional.of(newKey(tenant, instanceId)) : cipher(row);
        return text -> cipher.isEmpty() && text.isEmpty() ? text
                : SealedText.PREFIX + cipher.orElseThrow(() -> Refused.because(ErrorCode.ILLEGAL_STATE, Messages.text(Locale.ENGLISH, "reject.ERASED")))
                        .seal(text.getBytes(StandardCharsets.UTF_8));
    }

    private InstanceCipher newKey(String tenant, long instanceId) {
        String name = masters.current();
        byte[] master = masters.of(name).orElseThrow(() -> Refused.because(ErrorCode.UNAVAILABLE, Messages.text(Locale.ENGLISH, "reject.NO_MASTER_KEY")));
        byte[] key = InstanceCipher.newKey();
        InstanceKeyRow row = new InstanceKeyRow();
        row.tenant = tenant;
        row.id = instanceId;
        row.master = name;
        row.wrapped = new InstanceCipher(master, "key of " + about(tenant, instanceId), ciphering).seal(key);
        em.persist(row);
        return new InstanceCipher(key, about(tenant, instanceId), ciphering);
    }

    // ---- reading ----

    /** The text with its values; what was sealed with a key that is gone reads as nothing. */
    public String open(String tenant, long instanceId, String json) {
        if (json == null || !json.contains(SealedText.PREFIX)) {
            return json;
        }
        Optional<InstanceCipher> cipher = lately(new TenantKey(tenant, instanceId));
        return Json.changed(json, node -> SealedText.open(node, cipher));
    }

    /**
     * A history has many rows and one key. Only what is committed is remembered, and so shortly that whoever erases a key
     * need tell no other node.
     */
    private Optional<InstanceCipher> lately(TenantKey instance) {
        Known before = known.get(instance);
        if (before != null && System.nanoTime() - before.since() < MEMORY_NANOS && !em.isJoinedToTransaction()) {
            return before.cipher();
        }
        InstanceKeyRow row = em.find(InstanceKeyRow.class, instance);
        Optional<InstanceCipher> cipher = row == null ? Optional.empty() : cipher(row);
        if (!em.isJoinedToTransaction()) {
            if (known.size() >= MOST_KNOWN) {
                known.clear();
            }
            known.put(instance, new Known(cipher, System.nanoTime()));
        }
        return cipher;
    }

    /** Empty when the key was erased. */
    private Optional<InstanceCipher> cipher(InstanceKeyRow row) {
        if (row.wrapped == null) {
            return Optional.empty();
        }
        byte[] master = masters.of(row.master).orElseThrow(() -> new IllegalStateException("the master key " + Family.KEY.property(row.master)
                + " is not set, under which instances of this database are kept"));
        byte[] key = new InstanceCipher(master, "key of " + about(row.tenant, row.id), ciphering).open(row.wrapped)
                .orElseThrow(() -> new IllegalStateException("the master key " + Family.KEY.property(row.master) + " is another one than before"));
        return Optional.of(new InstanceCipher(key, about(row.tenant, row.id), ciphering));
    }

    private static String about(String tenant, long instanceId) {
        return tenant + "/" + instanceId;
    }

    // ---- erasing ----

    /** Nobody can read what was sealed for the instance any more. False when there is nothing of the kind. */
    public boolean erase(String tenant, long instanceId, String person, Instant now) {
        InstanceKeyRow row = em.find(InstanceKeyRow.class, new TenantKey(tenant, instanceId));
        if (row == null || row.wrapped == null) {
            return false;
        }
        known.remove(new TenantKey(tenant, instanceId));
        row.wrapped = null;
        row.erasedAt = now;
        row.erasedBy = person;
        return true;
    }
}
