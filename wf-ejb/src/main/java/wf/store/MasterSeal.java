package wf.store;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import wf.setting.Settings;

/**
 * Seals short texts under the master key: secrets that the product itself has to know again, and that a stolen database shall not tell.
 * What it seals says with which key, so that one that was used before still opens it as long as it is set.
 */
@Singleton
public class MasterSeal {
    private final MasterKeys keys;
    private final Ciphering ciphering;

    @Inject
    public MasterSeal(Settings settings) {
        this.keys = new MasterKeys(settings);
        this.ciphering = Ciphering.of(settings);
    }

    /** Empty where no master key is set. */
    public Optional<String> seal(String about, String text) {
        String name = keys.current();
        return keys.of(name).map(key -> name + " " + new InstanceCipher(key, about, ciphering).seal(text.getBytes(StandardCharsets.UTF_8)));
    }

    /** Empty where its key is not set any more, or it was sealed about something else. */
    public Optional<String> open(String about, String sealed) {
        int blank = sealed.lastIndexOf(' ');
        return keys.of(sealed.substring(0, blank)).flatMap(key -> new InstanceCipher(key, about, ciphering).open(sealed.substring(blank + 1)))
                .map(text -> new String(text, StandardCharsets.UTF_8));
    }
}
