package wf.access;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The name that stands beside a digest: {@code zhao@wfk.default.0123456789abcdef}, the person and, behind the last {@code @}, the key without
 * its secret. The key itself does not travel, so the name has to say which one is meant.
 */
record DigestName(String person, String tenant, String keyId) {
    private static final Pattern FORM = Pattern.compile("(.{1,200})@wfk\\.([^.]{1,400})\\.([0-9a-f]{16})");

    static Optional<DigestName> of(String name) {
        Matcher matcher = FORM.matcher(name == null ? "" : name);
        try {
            return matcher.matches() ? Optional.of(new DigestName(matcher.group(1), URLDecoder.decode(matcher.group(2), StandardCharsets.UTF_8), matcher.group(3)))
                    : Optional.empty();
        } catch (IllegalArgumentException brokenEscape) {
            return Optional.empty();
        }
    }
}
