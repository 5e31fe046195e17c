package wf.notice;

import java.io.Serializable;
import java.util.Objects;

/** Key of a template. */
public class TemplateKey implements Serializable {
    private static final long serialVersionUID = 1L;

    public String tenant;
    public String kind;
    public String channel;
    public String locale;

    protected TemplateKey() { }

    public TemplateKey(String tenant, String kind, String channel, String locale) {
        this.tenant = tenant;
        this.kind = kind;
        this.channel = channel;
        this.locale = locale;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof TemplateKey k && Objects.equals(k.tenant, tenant) && Objects.equals(k.kind, kind) && Objects.equals(k.channel, channel)
                && Objects.equals(k.locale, locale);
    }

    @Override
    public int hashCode() {
        return Objects.hash(tenant, kind, channel, locale);
    }
}
