package wf.query;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.Locale;
import java.util.Map;
import wf.access.Caller;
import wf.command.Inputs;
import wf.command.Reading;
import wf.command.Situations;
import wf.contract.MessageKind;
import wf.contract.MessageTitle;
import wf.notice.Templates;
import wf.store.ReadItemRow;
import wf.store.ReadItemStore;
import wf.store.WorkItemRow;
import wf.store.WorkItemStore;

/** U25 获取发送消息标题: the title of a message about an item, for systems that send messages of their own; told to those who may read its instance. */
@Singleton
public class MessageTitles {

    private final WorkItemStore items;
    private final ReadItemStore readItems;
    private final Reading reading;
    private final Templates templates;

    @Inject
    public MessageTitles(WorkItemStore items, ReadItemStore readItems, Reading reading, Templates templates) {
        this.items = items;
        this.readItems = readItems;
        this.reading = reading;
        this.templates = templates;
    }

    /** @param locale {@code zh} or {@code en}; null for the caller's */
    public MessageTitle title(Caller caller, long workItemId, MessageKind kind, String locale) {
        Inputs.require(locale == null || locale.matches("zh|en"), caller.locale(), "LANGUAGE");
        MessageTitle title = new MessageTitle();
        title.workItemId = workItemId;
        title.kind = kind == null ? MessageKind.TODO : kind;
        title.title = title.kind == MessageKind.TOREAD ? toRead(caller, workItemId, locale) : todo(caller, title, locale);
        return title;
    }

    private String todo(Caller caller, MessageTitle title, String locale) {
        WorkItemRow row = items.find(caller.tenant(), title.workItemId).orElseThrow(() -> Situations.notFound(caller));
        return text(caller, row.instanceId, row.nodeId, title.kind, locale);
    }

    private String toRead(Caller caller, long readItemId, String locale) {
        ReadItemRow row = readItems.find(caller.tenant(), readItemId).orElseThrow(() -> Situations.notFound(caller));
        return text(caller, row.instanceId, row.nodeId, MessageKind.TOREAD, locale);
    }

    /** @param nodeId null for what is about the instance as a whole */
    private String text(Caller caller, long instanceId, String nodeId, MessageKind kind, String locale) {
        Reading.Readable on = reading.instance(caller, instanceId);
        String node = nodeId == null ? "" : on.definition().process().label(nodeId);
        Locale language = locale == null ? caller.locale() : Locale.forLanguageTag(locale);
        Map<String, String> values = Map.of("def.name", on.definition().row().name, "instance.title", on.image().identity().title(), "node.name", node,
                "instance.id", Long.toString(instanceId));
        return Templates.subject(templates.of(caller.tenant()).template(kind.name(), Templates.EVERY_CHANNEL, language, Templates.shape(true, nodeId != null)), values);
    }
}
