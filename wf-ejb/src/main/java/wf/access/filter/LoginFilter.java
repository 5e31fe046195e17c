package wf.access.filter;

import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import wf.contract.ErrorCode;
import wf.refusal.Messages;
import wf.refusal.Refused;
import wf.setting.Setting;
import wf.setting.Settings;
import wf.spi.LoginCall;
import wf.spi.LoginClaim;
import wf.spi.LoginFilterAdapter;
import wf.spi.LoginRefused;

/** Asks the adapters that the settings name, in their order; without any nobody is signed on by others. */
@Singleton
public class LoginFilter {
    private static final System.Logger LOG = System.getLogger(LoginFilter.class.getName());

    private final List<LoginFilterAdapter> adapters = new ArrayList<>();

    @Inject
    public LoginFilter(Settings settings, @Any Instance<LoginFilterAdapter> beans) {
        this(settings, (Iterable<LoginFilterAdapter>) beans);
    }

    /** Where no container finds beans. */
    public LoginFilter(Settings settings, Iterable<LoginFilterAdapter> beans) {
        Arrays.stream(settings.text(Setting.LOGIN_FILTER).split(",")).map(String::strip).filter(name -> !name.isEmpty())
                .forEach(name -> adapters.add(adapter(name, settings, beans)));
    }

    private static LoginFilterAdapter adapter(String name, Settings settings, Iterable<LoginFilterAdapter> beans) {
        return switch (name) {
            case HeaderAdapter.NAME -> new HeaderAdapter(settings);
            case JwtAdapter.NAME -> new JwtAdapter(settings);
            case CasAdapter.NAME -> new CasAdapter(settings);
            case OidcAdapter.NAME -> new OidcAdapter(settings);
            default -> {
                for (LoginFilterAdapter bean : beans) {
                    if (bean.name().equals(name)) {
                        yield bean;
                    }
                }
                throw new IllegalStateException("The setting " + Setting.LOGIN_FILTER.property() + " names '" + name
                        + "', but there is no such adapter.");
            }
        };
    }

    /** Who sends the request, if it says so in a way that is asked for; refuses what is wrong, all of it alike. */
    public Optional<LoginClaim> identify(LoginCall call, Locale locale) {
        for (LoginFilterAdapter adapter : adapters) {
            try {
                Optional<LoginClaim> claim = adapter.identify(call);
                if (claim.isPresent()) {
                    return claim;
                }
            } catch (LoginRefused e) {
                LOG.log(System.Logger.Level.INFO, "The login adapter {0} refuses: {1}", adapter.name(), e.getMessage());
                throw Refused.because(e.isDown() ? ErrorCode.UNAVAILABLE : ErrorCode.UNAUTHENTICATED,
                        Messages.text(locale, e.isDown() ? "access.filter.down" : "access.filter"));
            }
        }
        return Optional.empty();
    }

    /** Where a browser signs off, too, that came in with this hint. */
    public Optional<String> signOff(String hint) {
        return hint == null ? Optional.empty() : adapters.stream().map(a -> a.signOff(hint)).filter(Objects::nonNull).findFirst();
    }
}
