package wf.remote;

import jakarta.annotation.Resource;
import jakarta.ejb.EJB;
import jakarta.ejb.SessionContext;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.security.Principal;
import java.util.Locale;
import java.util.Set;
import wf.access.Caller;
import wf.access.ServiceKey;
import wf.access.SignOn;
import wf.client.CallContext;
import wf.contract.ErrorCode;
import wf.face.Refusals;
import wf.setting.Setting;
import wf.setting.Settings;
import wf.store.migration.Migrator;

/**
 * Signs on whoever calls over EJB: a program by its key, a person by his password, and, where the product is told to trust
 * it, whoever has signed on to the container. It does so outside of the caller's transaction: what is computed for a password
 * takes longer than rows should be held, and somebody who is not let in has not touched it.
 */
@Stateless
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class RemoteCallers {
    private static final String CHANNEL = "EJB";
    /** No server tells from which address a session bean is called. */
    private static final String PLACE = "ejb";
    /** What servers call somebody whom they do not know. */
    private static final Set<String> NOBODY = Set.of("", "anonymous", "<anonymous>", "unauthenticated", "guest");

    @EJB
    private Migrator migrator;
    @Resource
    private SessionContext session;
    @Inject
    private SignOn signOn;
    @Inject
    private Settings settings;

    public RemoteCallers() { }

    RemoteCallers(Migrator migrator, SessionContext session, SignOn signOn, Settings settings) {
        this.migrator = migrator;
        this.session = session;
        this.signOn = signOn;
        this.settings = settings;
    }

    public Caller signedOn(CallContext context, Locale locale) {
        migrator.await();
        if (context.serviceKey != null) {
            ServiceKey key = ServiceKey.of("Bearer " + context.serviceKey).orElseThrow(() -> Refusals.refused(ErrorCode.UNAUTHENTICATED, locale, "access.key"));
            return signOn.byKey(key, context.person, CHANNEL, PLACE, locale);
        } else if (context.loginName != null) {
            return signOn.byPassword(context.loginName, context.password, CHANNEL, PLACE, locale);
        }
        return byContainer(locale);
    }

    private Caller byContainer(Locale locale) {
        Principal principal = settings.on(Setting.EJB_PRINCIPAL) ? session.getCallerPrincipal() : null;
        if (principal == null || principal.getName() == null || NOBODY.contains(principal.getName().toLowerCase(Locale.ROOT))) {
            throw Refusals.refused(ErrorCode.UNAUTHENTICATED, locale, "ejb.unauthenticated");
        }
        return signOn.byContainer(principal.getName(), CHANNEL, PLACE, locale);
    }
}
