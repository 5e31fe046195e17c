package wf.scenario;

import java.util.List;
import java.util.Optional;
import wf.org.Company;
import wf.org.OrgSnapshot;
import wf.runtime.Directory;
import wf.runtime.Hierarchy;
import wf.runtime.Member;

/**
 * The sample people of the product, in memory: the same names as in the sample directory. Above their departments stands
 * one that has only a head, since relations want to climb.
 */
final class SamplePeople implements Directory {

    private final OrgSnapshot all;

    SamplePeople() {
        Company company = new Company().department("company", null).department("rd", "company").department("finance", "company")
                .department("cash", "finance").in("rd", "zhao", "qian", "li").in("finance", "wang", "sun", "zhou").in("cash", "sun")
                .head("company", "zhou").head("rd", "li").head("finance", "wang").head("cash", "qian").deputies("rd", "qian")
                .superior("company", "sun").group("staff", null).group("finance", "staff", "wang", "sun", "zhou").post("legal", null, "li");
        all = company.administrator("admin").snapshot();
    }

    @Override
    public Optional<Member> member(String personId) {
        return all.member(personId);
    }

    @Override
    public List<String> membersOf(String candidate) {
        return all.membersOf(candidate);
    }

    @Override
    public Hierarchy hierarchy() {
        return all.hierarchy();
    }
}
