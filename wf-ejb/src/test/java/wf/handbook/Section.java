package wf.handbook;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import wf.command.Permissions;
import wf.contract.InstanceState;
import wf.contract.OperationRequest;
import wf.handbook.Samples.May;
import wf.operation.Identity;
import wf.operation.Operation;
import wf.operation.Policies;

/** What the document says of one operation. */
final class Section {

    private static final String REQUIRED = "是 yes";

    private final Told told;
    private final Operation<?> operation;
    private final Samples samples;
    private final Faces faces;

    Section(Operation<?> operation, Samples samples, Faces faces) {
        this.told = new Told(operation);
        this.operation = operation;
        this.samples = samples;
        this.faces = faces;
    }

    // ---- in the table at the top ----

    String row() {
        String link = "[" + name() + "](#" + operation.name() + ")";
        Stream<String> states = Stream.of(InstanceState.values()).map(s -> mark(samples.may(operation, s)));
        return Texts.row(Stream.concat(Stream.of(told.number().orElse(""), link, who()), states).toArray());
    }

    private static String mark(May may) {
        return switch (may) {
            case THEIRS -> "●";
            case ADMINISTRATORS -> "○";
            case NOBODY -> "";
        };
    }

    private String name() {
        return Texts.zh("operation." + operation.name()) + " " + operation.name();
    }

    private String who() {
        return identities().map(Object::toString).collect(Collectors.joining(", "));
    }

    private Stream<Identity> identities() {
        return Identity.BUILT_IN.stream().filter(operation.who()::contains);
    }

    // ---- below ----

    String text() {
        return "\n<a id=\"" + operation.name() + "\"></a>\n### " + told.number().map(n -> n + " ").orElse("") + name() + " · " + Texts.en("operation." + operation.name())
                + "\n\n" + Texts.zh("effect." + operation.name()) + "\n\n" + Texts.en("effect." + operation.name()) + "\n\n" + facts() + fields() + refusals();
    }

    private String facts() {
        Faces.Way way = faces.of(operation.name()).orElseThrow();
        String examples = faces.examples(operation.name()).stream().map(e -> "[" + e + "](examples/" + e + ")").collect(Collectors.joining(", "));
        return fact("对象 About", about()) + fact("谁 Who", whoInWords()) + fact("状态 States", states()) + fact("模型 Model", model())
                + fact("调用 Call", "`POST /api/v1" + way.path() + "`, SOAP `" + way.port() + "." + way.method() + "`") + fact("例子 Example", examples);
    }

    private static String fact(String name, String text) {
        return text.isEmpty() ? "" : "- " + name + ": " + text + "\n";
    }

    private String about() {
        return switch (operation.scope()) {
            case WORK_ITEM -> "工作项 an open work item";
            case DONE_ITEM -> "已办工作项 a work item that is done";
            case INSTANCE -> "实例 an instance";
            case INCIDENT -> "异常 an incident";
            case NEW -> "流程定义 a definition";
            case ENGINE -> throw new IllegalStateException("nobody calls " + operation.name());
        };
    }

    private String states() {
        String theirs = states(May.THEIRS);
        String administrators = states(May.ADMINISTRATORS);
        return theirs + (theirs.isEmpty() || administrators.isEmpty() ? "" : "; ") + (administrators.isEmpty() ? "" : "仅管理员 administrators only: " + administrators);
    }

    private String states(May may) {
        return Texts.code(Stream.of(InstanceState.values()).filter(s -> samples.may(operation, s) == may).map(Object::toString).toList());
    }

    private String whoInWords() {
        String identities = identities().map(i -> "`" + i + "` " + Legend.chinese(i)).collect(Collectors.joining(", "));
        boolean asked = operation.who().contains(Identity.MANAGER) || operation.who().contains(Identity.ANYBODY);
        return identities + (asked ? "" : Permissions.isAdministrative(operation) ? "; 管理员亦可 administrators too" : "; 管理员不可代替 not by administration");
    }

    /** What of the model governs it. */
    private String model() {
        List<String> governing = new ArrayList<>();
        if (Policies.needsAllowance(operation.name())) {
            governing.add("只有 `wf:allow` 才可 only with `wf:allow`");
        }
        switch (operation.scope()) {
            case WORK_ITEM, DONE_ITEM -> governing.add(asksNode());
            case INSTANCE -> governing.add(choosesNode() ? asksNode() : "`wf:deny` 流程 at process");
            case NEW, INCIDENT, ENGINE -> { }
        }
        Settings.of(told).forEach(s -> governing.add("`wf:" + s + "`"));
        return governing.isEmpty() ? "–" : String.join("; ", governing);
    }

    private static String asksNode() {
        return "`wf:deny` 环节或流程 at node or process";
    }

    /** An operation on the instance that asks at a node which its request names. */
    private boolean choosesNode() {
        return told.calls().stream().anyMatch(c -> c.owner().equals("wf/operation/Policies") && c.name().equals("refuse"));
    }

    /** Its own fields, and those of all operations without which this one is refused. */
    private String fields() {
        String rows = RequestField.own(operation.requestType()).stream().map(f -> row(f, required(f))).collect(Collectors.joining())
                + RequestField.declared(OperationRequest.class).stream().filter(f -> told.needed().contains(f.name())).map(f -> row(f, REQUIRED))
                        .collect(Collectors.joining());
        return rows.isEmpty() ? "" : "\n" + Texts.head("字段 Field", "类型 Type", "必填 Required", "含义 Meaning") + rows;
    }

    private static String row(RequestField field, String required) {
        return Texts.row("`" + field.name() + "`", field.type(), required, field.meaning());
    }

    private String required(RequestField field) {
        return !told.needed().contains(field.name()) ? "" : field.saysRequired() ? REQUIRED : "视情况 depends";
    }

    private String refusals() {
        String rows = Texts.rows("前提 before", told.unavailable()) + Texts.rows("请求 request", told.refused()) + Texts.rows("办理 effect", told.stopped());
        return rows.isEmpty() ? "" : "\n" + Texts.head("何时 When", "代码 Code", "拒绝", "Refused with") + rows;
    }
}
