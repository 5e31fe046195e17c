package wf.access;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.Locale;
import wf.contract.ErrorCode;
import wf.refusal.Messages;
import wf.refusal.Refused;
import wf.setting.Setting;
import wf.setting.Settings;

/**
 * What a new password must be: long enough, new, and not the login name with something around it.
 *
 * <p>Rules about digits and signs are missing on purpose: they make passwords predictable, length makes them strong.
 */
@Singleton
public class PasswordPolicy {
    static final int LONGEST = 200;

    private final int shortest;

    @Inject
    public PasswordPolicy(Settings settings) {
        this.shortest = settings.number(Setting.PASSWORD_MINIMUM);
    }

    /** Refuses a new password that is no good. */
    void check(String loginName, String oldPassword, String newPassword, Locale locale) {
        int length = newPassword == null ? 0 : newPassword.codePointCount(0, newPassword.length());
        if (length < shortest) {
            throw refused(locale, "access.short", shortest);
        }
        if (length > LONGEST) {
            throw refused(locale, "access.long", LONGEST);
        }
        if (newPassword.equals(oldPassword)) {
            throw refused(locale, "access.same");
        }
        if (newPassword.toLowerCase(Locale.ROOT).contains(loginName.toLowerCase(Locale.ROOT))) {
            throw refused(locale, "access.obvious");
        }
    }

    private static Refused refused(Locale locale, String key, Object... arguments) {
        return Refused.because(ErrorCode.INVALID_INPUT, Messages.text(locale, key, arguments));
    }
}
