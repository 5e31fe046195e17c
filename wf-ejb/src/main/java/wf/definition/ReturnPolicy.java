package wf.definition;

import java.util.Locale;

/**
 * What happens to others when work is sent back from a node (§1.3, F6).
 *
 * @param target to whom a plain return goes: who sent the work, or the node named in {@code node}
 * @param node the fixed target; null unless target is FIXED
 * @param related what becomes of branches beside the one that goes back before their split (case B)
 * @param across what becomes of merged branches when work goes back into one of them (case D)
 * @param inRound what a return means in a signing round (case F)
 * @param direct whether whoever gets the work back hands it straight to where it was, unless he says otherwise
 */
public record ReturnPolicy(Target target, String node, Related related, Across across, InRound inRound, boolean direct) {

    /** To whom a plain return goes. */
    public enum Target { PREVIOUS, STARTER, FIXED }

    /** Branches beside: all given up; waited for until they are returned or have come to their join; or the caller is asked. */
    public enum Related { ALL, WAIT, ASK }

    /** Merged branches: only the one goes on again, or all of its split. */
    public enum Across { ONE, ALL }

    /**
     * In a signing round: everybody's work goes back; it counts as a vote against; it goes to whoever asked the signer, or to
     * the signer before him in a sequence. Where nobody asked him, or he is the first, everybody's work goes back.
     */
    public enum InRound { ALL, VOTE, ADDER, PREVIOUS_SIGNER }

    public static final ReturnPolicy STANDARD =
            new ReturnPolicy(Target.PREVIOUS, null, Related.ALL, Across.ONE, InRound.ALL, false);

    /** Reads {@code wf:returnTarget}, {@code relatedBranches}, {@code returnAcrossJoin}, {@code returnInRound}, {@code resubmit}. */
    public static ReturnPolicy read(ModelElement element, Findings findings) {
        String target = element.extension("returnTarget").orElse("PREVIOUS");
        boolean fixed = !target.equals("PREVIOUS") && !target.equals("STARTER");
        return new ReturnPolicy(fixed ? Target.FIXED : Target.valueOf(target), fixed ? target : null,
                one(Related.class, element, "relatedBranches", Related.ALL, findings),
                one(Across.class, element, "returnAcrossJoin", Across.ONE, findings),
                one(InRound.class, element, "returnInRound", InRound.ALL, findings),
                one(Resubmit.class, element, "resubmit", Resubmit.STEPWISE, findings) == Resubmit.DIRECT);
    }

    private enum Resubmit { DIRECT, STEPWISE }

    private static <T extends Enum<T>> T one(Class<T> type, ModelElement element, String attribute, T otherwise, Findings findings) {
        String text = element.extension(attribute).orElse(otherwise.name());
        for (T known : type.getEnumConstants()) {
            if (known.name().equals(text.toUpperCase(Locale.ROOT))) {
                return known;
            }
        }
        findings.error("RETURN_POLICY", element.id(), attribute, text);
        return otherwise;
    }
}
