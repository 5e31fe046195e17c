package wf.standing;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import wf.command.Inputs;
import wf.contract.DeputyMode;
import wf.contract.DeputyScope;
import wf.contract.ErrorCode;
import wf.definition.ProcessDefinition;
import wf.org.Deputies;
import wf.org.DeputyRow;
import wf.refusal.Messages;
import wf.refusal.Refused;
import wf.store.DefinitionRow;
import wf.store.DefinitionStore;

/** Whether a grant may be made, beside those that there are (§6.7). */
final class GrantCheck {

    /** So long a request that says "from now" may take to arrive, and clocks may differ. */
    private static final Duration ON_THE_WAY = Duration.ofMinutes(1);
    private final Deputies deputies;
    private final DefinitionStore definitions;
    private final Locale locale;
    private final Instant now;

    GrantCheck(Deputies deputies, DefinitionStore definitions, Locale locale, Instant now) {
        this.deputies = deputies;
        this.definitions = definitions;
        this.locale = locale;
        this.now = now;
    }

    void mayBe(List<DeputyRow> grants) {
        DeputyRow first = grants.get(0);
        if (first.deputy.equals(first.principal)) {
            throw Refused.because(ErrorCode.TARGET_INVALID, Messages.text(locale, "reject.DEPUTY_ONESELF"));
        }
        Inputs.require(!first.validFrom.isBefore(now.minus(ON_THE_WAY)), locale, "DEPUTY_PAST", "from");
        Inputs.require(first.validTo == null || first.validTo.isAfter(now), locale, "DEPUTY_PAST", "to");
        Inputs.require(first.validTo == null || first.validTo.isAfter(first.validFrom), locale, "DEPUTY_PERIOD");
        for (int i = 0; i < grants.size(); i++) {
            isThere(grants.get(i));
            fitsIn(grants.get(i), grants.subList(0, i));
        }
        List<DeputyRow> own = deputies.by(first.tenant, first.principal);
        grants.forEach(g -> fitsIn(g, own));
        if (first.isOf(DeputyMode.TRANSFER)) {
            grants.forEach(this::isNoChain);
        }
    }

    /** The process is one of the tenant's, and the node one of its people's. */
    private void isThere(DeputyRow grant) {
        Inputs.require(grant.nodeId == null || grant.defKey != null, locale, "GIVEN", "definitionKey");
        if (grant.defKey == null) {
            return;
        }
        List<DefinitionRow> versions = definitions.versions(grant.tenant, grant.defKey);
        if (versions.isEmpty()) {
            throw Refused.because(ErrorCode.TARGET_INVALID, Messages.text(locale, "reject.DEPUTY_DEFINITION", grant.defKey));
        } else if (grant.nodeId != null && versions.stream().noneMatch(v -> isForPeople(definitions.process(v), grant.nodeId))) {
            throw Refused.because(ErrorCode.TARGET_INVALID, Messages.text(locale, "reject.DEPUTY_NODE", grant.defKey, grant.nodeId));
        }
    }

    private static boolean isForPeople(ProcessDefinition process, String nodeId) {
        return process.nodes().stream().anyMatch(n -> n.id().equals(nodeId) && n.isHuman());
    }

    /** One deputy is named once for the same work, and work goes to one person. */
    private void fitsIn(DeputyRow grant, List<DeputyRow> others) {
        for (DeputyRow other : others) {
            boolean same = other.deputy.equals(grant.deputy);
            if (!other.mayStillCount(now) || !other.meets(grant)) {
                continue;
            } else if (same) {
                throw Refused.because(ErrorCode.TARGET_INVALID, Messages.text(locale, "reject.DEPUTY_OVERLAPS", grant.deputy));
            } else if (other.isOf(DeputyMode.TRANSFER) && grant.isOf(DeputyMode.TRANSFER)) {
                throw Refused.because(ErrorCode.TARGET_INVALID, Messages.text(locale, "reject.DEPUTY_TWO_WAYS", other.deputy));
            }
        }
    }

    /** Work that went to a deputy stays with him: it would lie with somebody who has said that he is not there. */
    private void isNoChain(DeputyRow grant) {
        Optional<DeputyRow> onwards = deputies.by(grant.tenant, grant.deputy).stream().filter(o -> chains(grant, o)).findFirst();
        Optional<DeputyRow> before = deputies.of(grant.tenant, grant.principal).stream().filter(o -> chains(grant, o)).findFirst();
        onwards.ifPresent(o -> {
            throw Refused.because(ErrorCode.TARGET_INVALID, Messages.text(locale, "reject.DEPUTY_CHAIN", grant.deputy));
        });
        before.ifPresent(o -> {
            throw Refused.because(ErrorCode.TARGET_INVALID, Messages.text(locale, "reject.DEPUTY_CHAIN_BACK", grant.principal, o.principal));
        });
    }

    private boolean chains(DeputyRow grant, DeputyRow other) {
        return other.isOf(DeputyMode.TRANSFER) && other.mayStillCount(now) && other.meets(grant);
    }

    static String key(DeputyScope scope) {
        return scope == null || scope.definitionKey == null || scope.definitionKey.isBlank() ? null : scope.definitionKey.strip();
    }

    static String node(DeputyScope scope) {
        return scope == null || scope.nodeId == null || scope.nodeId.isBlank() ? null : scope.nodeId.strip();
    }
}
