package wf.notice;

import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import wf.call.Http;
import wf.setting.Setting;
import wf.setting.Settings;
import wf.spi.MessageChannel;

/** The channels that this installation has, and those over which people are told who have said nothing. */
@Singleton
public class Channels {

    /** The one that sends nothing: its messages lie there until they are read. */
    public static final String SITE = "site";
    private final Map<String, MessageChannel> channels = new LinkedHashMap<>();
    private final Iterable<MessageChannel> beans;
    private final List<String> named;

    @Inject
    public Channels(Settings settings, Http http, @Any Instance<MessageChannel> beans) {
        this(settings, http, (Iterable<MessageChannel>) beans);
    }

    /** Where no container finds beans. */
    public Channels(Settings settings, Http http, Iterable<MessageChannel> beans) {
        this.beans = beans;
        this.named = names(settings.text(Setting.NOTIFY_CHANNELS));
        MailChannel mail = new MailChannel(settings);
        if (mail.isThere()) {
            channels.put(mail.name(), mail);
        }
        names(settings.text(Setting.NOTIFY_WEBHOOKS)).forEach(name -> channels.put(name, new WebhookChannel(name, settings, http)));
    }

    private static List<String> names(String text) {
        return Arrays.stream(text.split(",")).map(String::strip).filter(n -> !n.isEmpty()).toList();
    }

    /** Over which people are told who have said nothing. */
    List<String> usual() {
        return named;
    }

    /** Empty for the site, and for what there is not. */
    Optional<MessageChannel> find(String name) {
        if (channels.containsKey(name)) {
            return Optional.of(channels.get(name));
        }
        for (MessageChannel bean : beans) {
            if (bean.name().equals(name)) {
                return Optional.of(bean);
            }
        }
        return Optional.empty();
    }

    boolean has(String name) {
        return name.equals(SITE) || find(name).isPresent();
    }

    /** All names, for whoever chooses. */
    public Set<String> names() {
        Set<String> names = new TreeSet<>(channels.keySet());
        names.add(SITE);
        beans.forEach(b -> names.add(b.name()));
        return names;
    }
}
