package wf.access;

import java.util.Arrays;
import java.util.Set;
import java.util.stream.Collectors;
import wf.org.OrgPerson;
import wf.runtime.Member;

/**
 * An enabled service account.
 *
 * @param persons as whom it may act: {@code user:zhao}, {@code group:finance}, {@code dept:rd}, {@code post:clerk}, or
 *     {@code *} for everybody; administrators only where they are named
 * @param operations what it may do for them
 */
record ServiceAccount(String tenant, String id, Set<String> persons, Set<String> operations) {

    static ServiceAccount of(ServiceAccountRow row) {
        return new ServiceAccount(row.tenant, row.id, words(row.persons), words(row.operations));
    }

    boolean mayActAs(OrgPerson person) {
        return mayActAs(person.member());
    }

    boolean mayActAs(Member person) {
        boolean named = persons.contains("user:" + person.id());
        return named || person.rights().isEmpty() && (persons.contains(Service.ALL) || person.isAmong(persons));
    }

    Service service() {
        return new Service(id, operations);
    }

    private static Set<String> words(String row) {
        return Arrays.stream(row.split(",")).filter(word -> !word.isEmpty()).collect(Collectors.toUnmodifiableSet());
    }
}
