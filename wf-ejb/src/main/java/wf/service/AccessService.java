package wf.service;

import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.util.ArrayList;
import wf.access.Caller;
import wf.contract.ErrorCode;
import wf.contract.Person;
import wf.contract.Version;
import wf.contract.WhoAmI;
import wf.org.OrgPerson;
import wf.org.Organisation;
import wf.refusal.Messages;
import wf.refusal.Refused;

/** The interface group 访问控制 Access (§5.1): what is running and who is signed on. */
@Stateless
@TransactionAttribute(TransactionAttributeType.SUPPORTS)
public class AccessService {

    @Inject
    private Organisation organisation;

    /** Open to everybody: the caller is null for somebody who is not signed on. */
    public Version ping(Caller caller) {
        Version version = new Version();
        version.product = "wf";
        version.version = ProductVersion.TEXT;
        version.contract = "v1";
        return version;
    }

    public WhoAmI whoAmI(Caller caller) {
        OrgPerson known = organisation.of(caller.tenant()).person(caller.person()).orElseThrow(() -> Refused.because(
                ErrorCode.UNAUTHENTICATED, Messages.text(caller.locale(), "reject.UNKNOWN_PERSON", caller.person())));
        WhoAmI me = new WhoAmI();
        me.person = new Person();
        me.person.id = known.id();
        me.person.name = known.member().name();
        me.memberships = new ArrayList<>(known.memberships());
        me.administrator = known.member().administrator();
        me.language = known.locale() != null ? known.locale() : caller.locale().getLanguage();
        return me;
    }
}
