package wf.notice;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import jakarta.persistence.EntityManager;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import wf.contract.MessageWishes;
import wf.org.PersonRow;
import wf.runtime.Directories;
import wf.runtime.Directory;
import wf.runtime.Member;
import wf.setting.Settings;
import wf.store.Json;

/** Those who are told: who is behind a candidate, where each can be reached, and how he wants to be. */
@Singleton
public class People {

    private static final int PORTION = 500;
    private final EntityManager em;
    private final Directories directories;
    private final Settings settings;

    @Inject
    public People(EntityManager em, Directories directories, Settings settings) {
        this.em = em;
        this.directories = directories;
        this.settings = settings;
    }

    /** The ids of those who are meant and work here still. */
    public Set<String> behind(String tenant, Collection<String> candidates) {
        Directory directory = directories.of(tenant);
        Set<String> people = new LinkedHashSet<>();
        for (String candidate : candidates) {
            if (candidate.startsWith("user:") || candidate.indexOf(':') < 0) {
                directory.member(candidate.replaceFirst("^user:", "")).map(Member::id).ifPresent(people::add);
            } else {
                people.addAll(directory.membersOf(candidate));
            }
        }
        return people;
    }

    String name(String tenant, String id) {
        return id == null ? "" : directories.of(tenant).member(id).map(Member::name).orElse(id);
    }

    Map<String, Person> of(String tenant, Collection<String> ids) {
        Map<String, Person> people = new HashMap<>();
        for (List<String> some : portions(ids)) {
            em.createQuery("select p from PersonRow p where p.tenant = :tenant and p.id in :ids", PersonRow.class).setParameter("tenant", tenant)
                    .setParameter("ids", some).getResultList().forEach(p -> people.put(p.id, new Person(p.id, p.name, p.mail, p.mobile, Person.language(p.locale))));
        }
        ids.forEach(id -> people.computeIfAbsent(id, i -> new Person(i, name(tenant, i), null, null, Person.language(null))));
        return people;
    }

    Optional<Person> find(String tenant, String id) {
        return Optional.ofNullable(of(tenant, List.of(id)).get(id));
    }

    /** What each of them wishes; whoever has said nothing is missing. */
    Map<String, Wishes> wishes(String tenant, Collection<String> ids) {
        Map<String, Wishes> wishes = new HashMap<>();
        for (List<String> some : portions(ids)) {
            em.createQuery("select w from WishRow w where w.tenant = :tenant and w.person in :ids", WishRow.class).setParameter("tenant", tenant)
                    .setParameter("ids", some).getResultList().forEach(w -> wishes.put(w.person, wishes(Json.read(w.body, MessageWishes.class))));
        }
        return wishes;
    }

    Wishes wishes(MessageWishes said) {
        return Wishes.of(said, settings.zone());
    }

    private static List<List<String>> portions(Collection<String> ids) {
        List<String> all = new ArrayList<>(ids);
        List<List<String>> portions = new ArrayList<>();
        for (int from = 0; from < all.size(); from += PORTION) {
            portions.add(all.subList(from, Math.min(all.size(), from + PORTION)));
        }
        return portions;
    }
}
