package wf.access.filter;

import java.util.Optional;
import wf.setting.Setting;
import wf.setting.Settings;
import wf.spi.LoginCall;
import wf.spi.LoginClaim;
import wf.spi.LoginFilterAdapter;

/** The header in which a listed proxy names whom it has signed on. From anybody else it is no word at all. */
final class HeaderAdapter implements LoginFilterAdapter {
    static final String NAME = "header";

    private final String header;

    HeaderAdapter(Settings settings) {
        this.header = settings.text(Setting.LOGIN_HEADER);
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public Optional<LoginClaim> identify(LoginCall call) {
        return Optional.of(call).filter(LoginCall::isFromProxy).map(c -> c.header(header)).filter(name -> !name.isBlank())
                .map(name -> LoginClaim.ambient(null, name.strip()));
    }
}
