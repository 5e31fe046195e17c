package wf.service;

import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Properties;
import wf.access.Caller;
import wf.contract.ErrorCode;
import wf.contract.OrganisationState;
import wf.contract.Person;
import wf.contract.Version;
import wf.contract.WhoAmI;
import wf.job.OrgHealth;
import wf.org.OrgPerson;
import wf.org.Organisation;
import wf.refusal.Messages;
import wf.refusal.Refused;

/** The interface group 访问控制 Access (§5.1): what is running, and who is signed on. */
@Stateless
@TransactionAttribute(TransactionAttributeType.SUPPORTS)
public class AccessService {
    private static final String PRODUCT = "Workflow engine";
    private static final String CONTRACT = "v1";

    @Inject
    private Organisation organisation;
    @Inject
    private OrgHealth health;

    /** The one operation that needs nobody signed on: the caller may be null. */
    public Version ping(Caller caller) {
        Version version = new Version();
        version.product = PRODUCT;
        version.version = productVersion();
        version.contract = CONTRACT;
        return version;
    }

    public WhoAmI whoAmI(Caller caller) {
        OrgPerson person = organisation.of(caller.tenant()).person(caller.person())
                .orElseThrow(() -> Refused.because(
                        ErrorCode.UNAUTHENTICATED, Messages.text(caller.locale(), "access.session")));
        WhoAmI whoAmI = new WhoAmI();
        whoAmI.person = new Person();
        whoAmI.person.id = person.id();
        whoAmI.person.name = person.member().name();
        whoAmI.memberships.addAll(person.memberships());
        whoAmI.administrator = person.member().administrator();
        whoAmI.language = person.locale() == null ? caller.locale().getLanguage() : person.locale();
        return whoAmI;
    }

    /** For administrators. */
    public OrganisationState getOrganisation(Caller caller) {
        return health.state(caller);
    }

    /** For administrators. */
    public OrganisationState refreshOrganisation(Caller caller) {
        return health.refresh(caller);
    }

    private static String productVersion() {
        Properties properties = new Properties();
        try (InputStream in = AccessService.class.getResourceAsStream("product.properties")) {
            properties.load(in);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return properties.getProperty("version");
    }
}
