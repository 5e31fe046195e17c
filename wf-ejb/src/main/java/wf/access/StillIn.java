package wf.access;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import wf.runtime.Directories;
import wf.runtime.Member;
import wf.store.Transactions;

/**
 * Whether people who signed on a while ago, and have asked for nothing since, would still be let in: for what goes on for as long as they
 * like. All are looked up together. It does not count as using a session, or nobody who leaves a page open would ever be signed off. A password
 * or a key is not shown again; so nothing may go on for ever by this alone.
 */
@Singleton
public class StillIn {
    private static final int TOGETHER = 500;

    private final Sessions sessions;
    private final ServiceAccounts services;
    private final Directories directories;
    private final Transactions transactions;

    @Inject
    public StillIn(Sessions sessions, ServiceAccounts services, Directories directories, Transactions transactions) {
        this.sessions = sessions;
        this.services = services;
        this.directories = directories;
        this.transactions = transactions;
    }

    /** Those of them who may not do this any more. */
    public Set<Caller> gone(Collection<Caller> callers, String operation) {
        Set<Caller> gone = new HashSet<>();
        Map<String, List<Caller>> byTenant = callers.stream().collect(Collectors.groupingBy(Caller::tenant));
        byTenant.forEach((tenant, some) -> {
            Set<String> live = live(tenant, some.stream().map(Caller::session).filter(Objects::nonNull).distinct().toList());
            Map<String, Optional<ServiceAccount>> accounts = new HashMap<>();
            some.stream().filter(c -> c.session() != null && !live.contains(c.session()) || !mayCome(c, accounts, operation)).forEach(gone::add);
        });
        return gone;
    }

    private Set<String> live(String tenant, List<String> ids) {
        Set<String> live = new HashSet<>();
        for (int from = 0; from < ids.size(); from += TOGETHER) {
            List<String> some = ids.subList(from, Math.min(ids.size(), from + TOGETHER));
            live.addAll(transactions.required(() -> sessions.live(tenant, some)));
        }
        return live;
    }

    private boolean mayCome(Caller caller, Map<String, Optional<ServiceAccount>> accounts, String operation) {
        Optional<Member> person = directories.of(caller.tenant()).member(caller.person());
        if (person.isEmpty() || caller.service() == null) {
            return person.isPresent();
        }
        Optional<ServiceAccount> account = accounts.computeIfAbsent(caller.via(), id -> transactions.required(() -> services.enabled(caller.tenant(), id)));
        return account.filter(a -> a.mayActAs(person.get())).filter(a -> caller.session() != null || a.service().mayCall(operation)).isPresent();
    }
}
