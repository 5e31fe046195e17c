package wf.store;

import java.util.Base64;
import java.util.Optional;
import wf.setting.Family;
import wf.setting.Setting;
import wf.setting.Settings;

/** The keys above all others, which only the configuration knows and no database. What stands under one says its name, so that a house may change to another. */
final class MasterKeys {
    private final Settings settings;

    MasterKeys(Settings settings) {
        this.settings = settings;
    }

    /** The name of the one that is used for what is new; empty where there is none. */
    String current() {
        return settings.text(Setting.SEALING_KEY);
    }

    Optional<byte[]> of(String name) {
        Optional<byte[]> key = name.isEmpty() ? Optional.empty() : settings.named(Family.KEY, name).map(Base64.getDecoder()::decode);
        if (key.isPresent() && key.get().length != InstanceCipher.KEY_BYTES) {
            throw new IllegalStateException("the master key " + Family.KEY.property(name) + " must be " + InstanceCipher.KEY_BYTES + " bytes in base64");
        }
        return key;
    }
}
