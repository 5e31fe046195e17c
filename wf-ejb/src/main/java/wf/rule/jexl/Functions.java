package wf.rule.jexl;

/** What a script can call besides methods of its values. */
public class Functions {

    static final Functions ALL = new Functions();

    /** The model's own error, on its way out of a script. */
    static final class Thrown extends RuntimeException {
        private static final long serialVersionUID = 1L;

        private final String code;

        Thrown(String code, String message) {
            super(message, null, false, false);
            this.code = code;
        }

        String code() {
            return code;
        }
    }

    Functions() { }

    /** Throws the error of the model with this code; a boundary event or an event sub-process may catch it. */
    public Object throwError(String code) {
        throw new Thrown(code, code);
    }

    /** As {@link #throwError(String)}, with a sentence about it. */
    public Object throwError(String code, String message) {
        throw new Thrown(code, message);
    }
}
