package wf.bench.core;

import wf.org.Company;
import wf.org.OrgSnapshot;

/**
 * A ministry: 2,000 departments in a tree of seven each, of 25 people on average, a tenth with a second job, each department with
 * a head and a deputy head, some with a superior leader; a post, and a group of 5,000 with groups below it.
 */
final class House {

    static final int PEOPLE = 50_000;
    private static final int DEPARTMENTS = 2_000;
    private static final int CHILDREN = 7;

    private House() { }

    static String person(int number) {
        return "p" + number;
    }

    private static String department(int number) {
        return "d" + number % DEPARTMENTS;
    }

    static OrgSnapshot snapshot() {
        Company company = new Company();
        for (int i = 0; i < DEPARTMENTS; i++) {
            company.department(department(i), i == 0 ? null : department((i - 1) / CHILDREN));
        }
        for (int i = 0; i < PEOPLE; i++) {
            company.in(department(i), person(i));
            if (i % 10 == 0) {
                company.in(department(i + 1), person(i));
            }
        }
        for (int i = 0; i < DEPARTMENTS; i++) {
            company.head(department(i), person(i)).deputies(department(i), person(i + DEPARTMENTS));
            if (i % 9 == 0) {
                company.superior(department(i), person(0));
            }
            company.led(department(i), person(i + 2 * DEPARTMENTS), person(i + DEPARTMENTS));
        }
        String[] clerks = people(20);
        return company.group("finance", null, people(10)).group("audit", "finance", people(200)).post("clerk", null, clerks).snapshot();
    }

    private static String[] people(int every) {
        String[] people = new String[PEOPLE / every];
        for (int i = 0; i < people.length; i++) {
            people[i] = person(i * every);
        }
        return people;
    }
}
