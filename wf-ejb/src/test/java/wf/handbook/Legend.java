package wf.handbook;

import java.util.stream.Collectors;
import java.util.stream.Stream;
import wf.contract.ErrorCode;
import wf.contract.InstanceState;
import wf.operation.Identity;
import wf.refusal.Statuses;

/** What the words of the tables mean, as the comments at their constants say it. */
final class Legend {

    private Legend() { }

    static String identities() {
        return Texts.head("身份 Identity", "", "Who holds it") + Identity.BUILT_IN.stream()
                .map(i -> Texts.row("`" + i + "`", chinese(i), meaning(i).replaceFirst("^[^:：]*: ?", ""))).collect(Collectors.joining());
    }

    static String chinese(Identity identity) {
        return meaning(identity).replaceFirst(":.*", "");
    }

    private static String meaning(Identity identity) {
        return new Comments(Identity.class).ofConstant(identity.code()).filter(m -> m.matches("\\p{IsHan}+: .*"))
                .orElseThrow(() -> new AssertionError("the comment at Identity." + identity + " does not begin like \"主办: \""));
    }

    /** The same code on every face; over HTTP with a status. */
    static String codes() {
        Comments comments = new Comments(ErrorCode.class);
        return Texts.head("代码 Code", "HTTP", "", "Means") + Stream.of(ErrorCode.values()).map(c -> Texts.row("`" + c + "`",
                String.valueOf(Statuses.of(c)), Texts.zh("title." + c), comments.ofConstant(c.name()).orElseThrow())).collect(Collectors.joining());
    }

    static String[] states() {
        Comments comments = new Comments(InstanceState.class);
        return Stream.of(InstanceState.values()).map(s -> s + " " + comments.ofConstant(s.name()).orElse("").replaceFirst("[:.：].*", "")).toArray(String[]::new);
    }
}
