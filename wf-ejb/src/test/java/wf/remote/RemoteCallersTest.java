package wf.remote;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import jakarta.ejb.SessionContext;
import java.lang.reflect.Proxy;
import java.security.Principal;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import wf.access.Caller;
import wf.access.Service;
import wf.access.ServiceKey;
import wf.access.SignOn;
import wf.client.CallContext;
import wf.contract.ErrorCode;
import wf.refusal.Refused;
import wf.setting.Settings;
import wf.store.migration.Migrator;

/** Who calls over EJB is whoever the context names; the container's word counts only where it is to count. */
class RemoteCallersTest {
    private static final String KEY = "wfk.default.0123456789abcdef." + "A".repeat(43);

    /** Knows everybody. */
    private static class Everybody extends SignOn {
        Everybody() {
            super(null, null, null, null, null, null, null, null, new Settings(name -> null, name -> null));
        }

        @Override
        public Caller byPassword(String loginName, String password, String channel, String clientIp, Locale locale) {
            return new Caller("default", loginName + ":" + password, channel, clientIp, locale);
        }

        @Override
        public Caller byKey(ServiceKey key, String person, String channel, String clientIp, Locale locale) {
            return new Caller("default", person, channel, clientIp, locale, new Service("shop", java.util.Set.of(Service.ALL)), null);
        }

        @Override
        public Caller byContainer(String principal, String channel, String clientIp, Locale locale) {
            return new Caller("default", principal, channel, clientIp, locale);
        }
    }

    private static RemoteCallers callers(String trust, String principal) {
        Principal known = () -> principal;
        SessionContext session = (SessionContext) Proxy.newProxyInstance(RemoteCallersTest.class.getClassLoader(), new Class<?>[] {SessionContext.class},
                (proxy, method, arguments) -> known);
        return new RemoteCallers(new Migrator(), session, new Everybody(), new Settings(Map.of("wf.ejb.principal", trust)::get, name -> null));
    }

    private static ErrorCode refused(RemoteCallers callers, CallContext context) {
        return catchThrowableOfType(Refused.class, () -> callers.signedOn(context, Locale.ENGLISH)).problem().code;
    }

    @Test
    void aPersonHasAPasswordAndAProgramAKey() {
        RemoteCallers callers = callers("off", "admin");
        Caller person = callers.signedOn(CallContext.ofPerson("li", "secret"), Locale.CHINESE);
        assertThat(person).isEqualTo(new Caller("default", "li:secret", "EJB", "ejb", Locale.CHINESE));
        Caller program = callers.signedOn(CallContext.ofService(KEY, "zhao"), Locale.ENGLISH);
        assertThat(program.person()).isEqualTo("zhao");
        assertThat(program.via()).isEqualTo("shop");
    }

    @Test
    void whatIsNoKeyOpensNothing() {
        assertThat(refused(callers("on", "admin"), CallContext.ofService("no key", "zhao"))).isEqualTo(ErrorCode.UNAUTHENTICATED);
    }

    @Test
    void theContainersWordCountsOnlyWhereItIsToCount() {
        assertThat(refused(callers("off", "admin"), CallContext.ofContainer())).isEqualTo(ErrorCode.UNAUTHENTICATED);
        assertThat(callers("on", "li").signedOn(CallContext.ofContainer(), Locale.ENGLISH).person()).isEqualTo("li");
        assertThat(callers("on", "admin").signedOn(CallContext.ofPerson("li", "x"), Locale.ENGLISH).person()).isEqualTo("li:x");
    }

    /** Each server has a name for those whom it does not know. */
    @ParameterizedTest
    @ValueSource(strings = {"ANONYMOUS", "anonymous", "UNAUTHENTICATED", "guest", "<anonymous>", ""})
    void whomTheContainerDoesNotKnowIsNobody(String name) {
        assertThat(refused(callers("on", name), CallContext.ofContainer())).isEqualTo(ErrorCode.UNAUTHENTICATED);
    }
}
